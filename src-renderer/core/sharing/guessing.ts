/**
 * Guesses a second of somebody who took the file and means it: the passphrase of an age file costs
 * about a second of one core (scrypt, 2^18 rounds), so this is a thousand machines and more.
 */
const GUESSES_A_SECOND = 10_000;

const UNITS = [
  ['century', 100 * 365.25 * 86_400],
  ['year', 365.25 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How long guessing takes; `ages` is more than a million years. */
export type GuessingTime =
  | { readonly unit: (typeof UNITS)[number][0]; readonly count: number }
  | { readonly unit: 'instant' | 'ages'; readonly count: 0 };

/** Guesses that take a hundred years: fewer make a weak passphrase. */
export const STRONG_GUESSES = 100 * 365.25 * 86_400 * GUESSES_A_SECOND;

/** How long so many guesses take, in the largest unit that fits. */
export function guessingTime(guesses: number): GuessingTime {
  const seconds = guesses / GUESSES_A_SECOND;
  if (seconds >= 1e6 * 365.25 * 86_400) return { unit: 'ages', count: 0 };
  for (const [unit, length] of UNITS) {
    if (seconds >= length) return { unit, count: Math.floor(seconds / length) };
  }
  return { unit: 'instant', count: 0 };
}
