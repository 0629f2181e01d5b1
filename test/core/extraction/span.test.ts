import { describe, expect, it } from 'vitest';
import { around, asPair, overlap, within } from '#core/extraction/span.ts';

const span = (start: number, end: number) => ({ start, end });

describe('spans', () => {
  it('overlap when they share a character, not when they touch', () => {
    expect(overlap(span(0, 3), span(2, 5))).toBe(true);
    expect(overlap(span(0, 3), span(3, 5))).toBe(false);
  });

  it('lie within one that is as wide or wider', () => {
    expect(within(span(1, 3), span(1, 3))).toBe(true);
    expect(within(span(0, 3), span(1, 3))).toBe(false);
  });

  it('are put together and written as pairs', () => {
    expect(asPair(around(span(4, 5), span(1, 2)))).toEqual([1, 5]);
  });
});
