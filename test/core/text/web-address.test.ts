import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, siteOf } from '#core/text/web-address.ts';

const same = (a: string, b: string): boolean => addressKey(a) !== null && addressKey(a) === addressKey(b);

describe('the key of a web address', () => {
  it.each([
    ['https://example.org/a', 'http://www.example.org/a/'],
    ['https://example.org/a', 'https://m.example.org/a?utm_source=x&fbclid=2#top'],
    ['https://en.wikipedia.org/wiki/Raqqa', 'https://en.m.wikipedia.org/wiki/Raqqa'],
    ['https://example.org/a?id=1&b=2', 'https://example.org/a?b=2&id=1&utm_medium=y'],
    ['https://example.org/a', 'https://web.archive.org/web/20140903120000if_/https://example.org/a'],
    ['https://example.org/a', 'https://archive.ph/20140903120000/https://example.org/a?gclid=7'],
    ['https://example.org/a', 'https://webcache.googleusercontent.com/search?q=cache:x1:example.org/a'],
    ['https://example.org/a', 'https://example-org.cdn.ampproject.org/c/s/example.org/a/amp'],
    ['https://youtu.be/abc?si=1', 'https://m.youtube.com/watch?v=abc&feature=share'],
    ['https://x.com/a/status/1?s=20', 'https://mobile.twitter.com/a/status/1'],
    ['https://example.org/', 'https://example.org/index.html'],
  ])('is one for %s and %s', (a, b) => {
    expect(addressKey(a)).not.toBeNull();
    expect(addressKey(a)).toBe(addressKey(b));
  });

  it.each([
    ['https://example.org/a', 'https://example.org/b'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/a', 'https://example.net/a'],
    ['https://example.org/A', 'https://example.org/a'],
    ['https://example.org/#!/one', 'https://example.org/#!/two'],
    ['https://example.org:8080/a', 'https://example.org/a'],
  ])('tells %s from %s', (a, b) => {
    expect(addressKey(a)).not.toBe(addressKey(b));
  });

  it('is none for what is no web address', () => {
    for (const text of ['', 'example', 'mailto:a@example.org', 'javascript:alert(1)', 'https://'])
      expect(addressKey(text)).toBeNull();
  });

  it('stays the same through any mix of tracking, mobile looks and archives', () => {
    const dress = fc.record({
      mobile: fc.boolean(),
      tracking: fc.subarray(['utm_campaign=1', 'fbclid=abc', 'igshid=z', 'mc_cid=4']),
      archived: fc.constantFrom('', 'https://web.archive.org/web/2014/', 'https://archive.is/20140101/'),
      fragment: fc.constantFrom('', '#part'),
    });
    const path = fc.stringMatching(/^[a-z0-9-]{1,8}(\/[a-z0-9-]{1,8}){0,2}$/);
    fc.assert(
      fc.property(path, dress, (page, { mobile, tracking, archived, fragment }) => {
        const query = tracking.length > 0 ? `?${tracking.join('&')}` : '';
        const dressed = `${archived}https://${mobile ? 'm.' : ''}example.org/${page}${query}${fragment}`;
        expect(same(`https://example.org/${page}`, dressed)).toBe(true);
        // A key is its own key: comparing twice changes nothing.
        expect(same(`https://${addressKey(dressed)}`, dressed)).toBe(true);
      }),
    );
  });
});

describe('the site of an address', () => {
  it('is shared by its looks and archives, and is none where anybody posts', () => {
    expect(siteOf('https://web.archive.org/web/2014/http://www.outlet.example/x')).toBe('outlet.example');
    expect(siteOf('https://m.outlet.example/y')).toBe('outlet.example');
    expect(siteOf('https://www.facebook.com/outlet')).toBeNull();
  });
});
