import { bech32 } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsSecretKey, readRecipient } from '#core/sharing/recipient.ts';

/** From the age specification's own example. */
const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const SECRET = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const unreadable = { ok: false, fault: 'key-unreadable' };

describe('a public key as it was pasted', () => {
  it.each([
    ['as it is', KEY],
    ['with spaces around it', `  ${KEY}\n`],
    ['broken over lines', `${KEY.slice(0, 30)}\n  ${KEY.slice(30)}`],
    ['with marks of direction that a message put in', `\u202a${KEY}\u202c`],
    ['in capitals, as some cameras give it', KEY.toUpperCase()],
  ])('is read %s', (_how, text) => {
    expect(readRecipient(text)).toEqual({ ok: true, recipient: KEY });
  });

  it.each(['', 'age1', 'hello', KEY.slice(1), KEY.slice(0, -1), `${KEY}q`, KEY.replace('age1', 'aGe1')])(
    'is refused when it is %j',
    (text) => {
      expect(readRecipient(text)).toEqual(unreadable);
    },
  );

  it('is refused when its point is one that hides nothing', () => {
    const order8 = Buffer.from('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800', 'hex');
    for (const point of [new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31)), order8]) {
      expect(readRecipient(bech32.encodeFromBytes('age', point))).toEqual(unreadable);
    }
  });

  it('is refused when one letter is another one', () => {
    const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.split('');
    fc.assert(
      fc.property(fc.integer({ min: 4, max: KEY.length - 1 }), fc.constantFrom(...letters), (at, letter) => {
        fc.pre(KEY[at] !== letter);
        expect(readRecipient(KEY.slice(0, at) + letter + KEY.slice(at + 1))).toEqual(unreadable);
      }),
    );
  });

  it('is refused by name when it is a secret one, whole or in part', () => {
    for (const text of [SECRET, `key: ${SECRET.toLowerCase()}`, SECRET.slice(0, 30), `${KEY}\n${SECRET}`]) {
      expect(holdsSecretKey(text)).toBe(true);
      expect(readRecipient(text)).toEqual({ ok: false, fault: 'key-secret' });
    }
  });
});
