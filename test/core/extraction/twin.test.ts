import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twin } from '#core/extraction/twin.ts';

const PATTERNS = [
  /(?<![\p{L}\p{N}'])(?:al-)?\p{Lu}[\p{L}\p{M}'.-]*/gu,
  /(?<word>\p{Ll}+)(?=[^\p{L}])|\[\p{N}+\]/gu,
  /\p{L}[\p{L}\p{M}]*(?:'\p{L}+)?|[%?!.\]-]/giu,
];
const found = (pattern: RegExp, text: string) =>
  Array.from(text.matchAll(pattern), ({ index, 0: words }) => [index, words]);

describe('the plain form of a pattern', () => {
  it('finds in plain text what the pattern finds', () => {
    const plain = fc.string({ unit: fc.constantFrom(..."aZé9 .'-[]%“”—!".replace('é', 'q')) });
    for (const pattern of PATTERNS) {
      const of = twin(pattern);
      fc.assert(
        fc.property(plain, (text) => {
          expect(of(text)).not.toBe(pattern);
          expect(found(of(text), text)).toEqual(found(pattern, text));
        }),
      );
    }
  });

  it('finds in Arabic what the pattern finds', () => {
    const arabic = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'قال سامي: “لا”، aZ9 .'.split('')),
        fc.integer({ min: 0x600, max: 0x6ff }).map((unit) => String.fromCharCode(unit)),
      ),
    });
    for (const pattern of [...PATTERNS, /[\p{Lo}\p{N}]\p{M}/gu]) {
      const of = twin(pattern);
      fc.assert(
        fc.property(
          arabic.filter((text) => /[\u0600-\u06ff]/.test(text)),
          (text) => {
            expect(of(text)).not.toBe(pattern);
            expect(found(of(text), text)).toEqual(found(pattern, text));
          },
        ),
      );
    }
  });

  it.each(['Café', 'قال é', 'ﻻ', '𝒳', '\ud800'])('is not used where there is more: “%s”', (text) => {
    for (const pattern of PATTERNS) expect(twin(pattern)(text)).toBe(pattern);
  });
});
