/**
 * What the page runs to check itself: plain JavaScript for any browser. It writes the document in
 * the form of `canonOf` (node.ts) and hashes it: by WebCrypto, or by itself (FIPS 180-4, section
 * 6.2) where a page opened from disk may not use that. No backslashes stand in it, and no "<" followed by a slash.
 */
export const CHECK_SCRIPT = String.raw`(function () {
  'use strict';
  function canon(el) {
    var tag = el.localName;
    var names = Array.prototype.map.call(el.attributes, function (a) { return a.name; }).sort();
    var out = '<' + tag;
    names.forEach(function (name) { out += ' ' + name + '=' + JSON.stringify(el.getAttribute(name)); });
    out += '>';
    if (el.id === 'check' || el.id === 'fingerprint') return out;
    var text = '';
    function flush() { if (text !== '') out += JSON.stringify(text); text = ''; }
    for (var child = el.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) text += child.data;
      else if (child.nodeType === 1) { flush(); out += canon(child); }
      else { flush(); out += '?' + child.nodeType; }
    }
    flush();
    return out + '<' + '/' + tag + '>';
  }
  function primes(count) {
    var found = [];
    for (var n = 2; found.length < count; n += 1) {
      if (found.every(function (p) { return n % p !== 0; })) found.push(n);
    }
    return found;
  }
  function fraction(x) { return Math.floor((x - Math.floor(x)) * 4294967296) | 0; }
  function sha256(bytes) {
    var k = primes(64).map(function (p) { return fraction(Math.cbrt(p)); });
    var h = primes(8).map(function (p) { return fraction(Math.sqrt(p)); });
    var length = bytes.length;
    var padded = new Uint8Array(((length + 8 >> 6) + 1) * 64);
    padded.set(bytes);
    padded[length] = 128;
    var view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(length / 536870912));
    view.setUint32(padded.length - 4, (length * 8) >>> 0);
    var w = new Int32Array(64);
    function turn(x, n) { return (x >>> n) | (x << (32 - n)); }
    for (var at = 0; at < padded.length; at += 64) {
      var i;
      for (i = 0; i < 16; i += 1) w[i] = view.getInt32(at + i * 4);
      for (; i < 64; i += 1) {
        var a = w[i - 15];
        var b = w[i - 2];
        w[i] = (w[i - 16] + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) | 0;
      }
      var s = h.slice();
      for (i = 0; i < 64; i += 1) {
        var e = s[4];
        var t1 = (s[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & s[5]) ^ (~e & s[6])) + k[i] + w[i]) | 0;
        var c = s[0];
        var t2 = ((turn(c, 2) ^ turn(c, 13) ^ turn(c, 22)) + ((c & s[1]) ^ (c & s[2]) ^ (s[1] & s[2]))) | 0;
        s = [(t1 + t2) | 0, s[0], s[1], s[2], (s[3] + t1) | 0, s[4], s[5], s[6]];
      }
      for (i = 0; i < 8; i += 1) h[i] = (h[i] + s[i]) | 0;
    }
    return h.map(function (x) { return ('0000000' + (x >>> 0).toString(16)).slice(-8); }).join('');
  }
  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (x) { return ('0' + x.toString(16)).slice(-2); }).join('');
  }
  function digest(bytes) {
    if (!window.crypto || !window.crypto.subtle) return Promise.resolve(sha256(bytes));
    return window.crypto.subtle.digest('SHA-256', bytes).then(hex, function () { return sha256(bytes); });
  }
  document.addEventListener('DOMContentLoaded', function () {
    var check = document.getElementById('check');
    var stated = document.getElementById('fingerprint').textContent;
    digest(new TextEncoder().encode(canon(document.documentElement))).then(function (found) {
      var same = found === stated;
      check.textContent = check.getAttribute(same ? 'data-same' : 'data-altered');
      check.setAttribute('data-state', same ? 'same' : 'altered');
    });
  });
})();`;
