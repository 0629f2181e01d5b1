import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newPhrase, randomBelow, type RandomBytes } from '#core/sharing/diceware.ts';
import { WORDS } from '#core/sharing/word-list.ts';

/** Draws these 16-bit numbers, one after the other. */
function drawing(...numbers: number[]): RandomBytes {
  const left = [...numbers];
  return () => {
    const next = left.shift();
    if (next === undefined) throw new Error('Nothing is left to draw.');
    return Uint8Array.of(next >> 8, next & 255);
  };
}

describe('a random number', () => {
  it('has every value drawn by equally many of the 65,536 draws', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_536 }), (limit) => {
        const counts = new Uint32Array(limit);
        const usable = 65_536 - (65_536 % limit);
        for (let draw = 0; draw < usable; draw++) {
          const at = randomBelow(limit, drawing(draw));
          counts[at] = (counts[at] ?? 0) + 1;
        }
        expect(new Set(counts)).toEqual(new Set([usable / limit]));
      }),
      { numRuns: 20, examples: [[7776], [1], [65_536]] },
    );
  });

  it('draws again where some values would come up more often', () => {
    expect(randomBelow(7776, drawing(62_208, 65_535, 7777))).toBe(1);
  });
});

describe('a generated passphrase', () => {
  it('is six words of the list with spaces between them', () => {
    const phrase = newPhrase(drawing(0, 1, 7775, 7776, 15_552, 2));
    const at = [0, 1, 7775, 0, 0, 2];
    expect(phrase).toBe(at.map((index) => WORDS[index]).join(' '));
  });

  it('uses all of the list', () => {
    const seen = new Set<string>();
    for (let count = 0; count < 20_000; count++)
      for (const word of newPhrase((bytes) => randomBytes(bytes)).split(' ')) seen.add(word);
    // 120,000 draws miss some word of the list once in 600 runs, three of them never.
    expect(WORDS.length - seen.size).toBeLessThan(3);
  });
});
