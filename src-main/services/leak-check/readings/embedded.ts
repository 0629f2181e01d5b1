/** Bytes that a text carries in other letters. */
export type Embedded = { readonly bytes: Uint8Array; readonly what: 'data address' | 'base64' };

/** A `data:` address (RFC 2397), up to a sign that no address holds. */
const DATA = /data:([a-z0-9.+/-]*(?:;[a-z0-9=.+_"'-]*?)*?)(;base64)?,([^\s"'<>)\]}]*)/giu;
/** Base64 of so many letters, over as many lines as it takes; a shorter run may be any word. */
const BASE64 = /(?:[a-z0-9+/_-]{16,}[ \t]*\r?\n[ \t]*)*[a-z0-9+/_-]{16,}={0,2}/giu;
const LEAST_BASE64 = 24;

const fromBase64 = (letters: string): Uint8Array =>
  Buffer.from(letters.replaceAll(/[^a-z0-9+/_-]/giu, ''), 'base64');

function percentBytes(text: string): Uint8Array {
  const latin = Buffer.from(text, 'utf8').toString('latin1');
  return Buffer.from(
    latin.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Whether letters can be packed bytes: running text and lists of names in capitals are not. */
const isPacked = (letters: string): boolean =>
  letters.length >= LEAST_BASE64 && /[a-z]/u.test(letters) && /[A-Z]/u.test(letters);

/** The bytes that `data:` addresses and base64 in a text stand for, in order. */
export function* embeddedIn(text: string): Generator<Embedded> {
  for (const [, , base64, content = ''] of text.matchAll(DATA)) {
    const bytes = base64 === undefined ? percentBytes(content) : fromBase64(decodePercent(content));
    if (bytes.length > 0) yield { bytes, what: 'data address' };
  }
  for (const [letters] of text.matchAll(BASE64)) {
    if (isPacked(letters)) yield { bytes: fromBase64(letters), what: 'base64' };
  }
}

/** Base64 in an address may have its signs escaped. */
const decodePercent = (text: string): string =>
  text.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
