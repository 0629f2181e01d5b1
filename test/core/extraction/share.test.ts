import { describe, expect, it } from 'vitest';
import { propose } from '#core/extraction/propose.ts';

describe('how far a reading is', () => {
  it('rises from one word of it to the next, and is told of every part of a long article', () => {
    const shares: number[] = [];
    propose('“We left,” Ali Hassan said. He told the men that they must go.\n'.repeat(2_000), null, (share) =>
      shares.push(share),
    );
    expect(shares.length).toBeGreaterThanOrEqual(10);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(0)).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    expect(shares.some((share) => share < 0.4)).toBe(true);
  });
});
