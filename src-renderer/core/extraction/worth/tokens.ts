import { twin } from '../twin.ts';
/** A word, number or stop of a sentence as the model knows it, and where it stands. */
export type Word = { readonly key: string; readonly start: number; readonly end: number };

const WORD = twin(/[$€£]?\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)?|[%?!.-]/gu);
const YEAR = /^(?:1[789]|20)\d\d$/;
const NUMBER = /^\d/;
const SUM = /^[$€£]/;

/** Numbers count by their kind alone, so that each sum counts as a sum. */
function keyOf(word: string): string {
  if (SUM.test(word)) return '$n';
  if (!NUMBER.test(word)) return word;
  return YEAR.test(word) ? 'year' : 'n';
}

/** No sentence is read further than this: what is longer is none. */
const LONGEST = 2_000;

/** The words, numbers and stops of a sentence of a shadow text, in lower case and in order. */
export function wordsOf(sentence: string): Word[] {
  const words = sentence.slice(0, LONGEST).toLowerCase();
  return Array.from(words.matchAll(WORD(words)), ({ index, 0: word }) => ({
    key: keyOf(word),
    start: index,
    end: index + word.length,
  }));
}
