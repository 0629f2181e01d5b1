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

  it.each(['Café', 'قال', '٣', '𝒳', '\ud800'])('is not used where there is more: “%s”', (text) => {
    for (const pattern of PATTERNS) expect(twin(pattern)(text)).toBe(pattern);
  });
});
