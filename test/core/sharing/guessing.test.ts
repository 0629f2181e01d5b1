import { describe, expect, it } from 'vitest';
import { guessingTime, STRONG_GUESSES } from '#core/sharing/guessing.ts';

describe('how long guessing takes at 10,000 guesses a second', () => {
  it.each([
    [1, 'instant', 0],
    [10_000, 'second', 1],
    [10_000 * 90, 'minute', 1],
    [10_000 * 7200, 'hour', 2],
    [10_000 * 86_400 * 3, 'day', 3],
    [10_000 * 86_400 * 65, 'month', 2],
    [10_000 * 86_400 * 800, 'year', 2],
    [STRONG_GUESSES, 'century', 1],
    [7776 ** 6, 'ages', 0],
  ])('%d guesses: %s %d', (guesses, unit, count) => {
    expect(guessingTime(guesses)).toEqual({ unit, count });
  });
});
