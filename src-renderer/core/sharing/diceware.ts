import { WORDS } from './word-list.ts';

/** Six words of 7,776: 77 bits. */
export const PHRASE_WORDS = 6;

/** Random bytes, as `crypto.getRandomValues` gives them. */
export type RandomBytes = (count: number) => Uint8Array;

/**
 * A number from 0 to `limit` - 1, each as likely as the others: draws that fall in the incomplete
 * last run of 16 bits are thrown away. `limit` is at most 65,536.
 */
export function randomBelow(limit: number, random: RandomBytes): number {
  const usable = 65_536 - (65_536 % limit);
  for (;;) {
    const [high = 0, low = 0] = random(2);
    const drawn = high * 256 + low;
    if (drawn < usable) return drawn % limit;
  }
}

/** A passphrase of random words with spaces between them (diceware). */
export const newPhrase = (random: RandomBytes, count = PHRASE_WORDS): string =>
  Array.from({ length: count }, () => WORDS[randomBelow(WORDS.length, random)] ?? '').join(' ');
