import { matchesOf } from '../matches.ts';
import { ANY_SIGN, SIGN } from '../details/signs.ts';
import { twin } from '../twin.ts';
import { type Known, knownOf } from './lexicon.ts';

/** A word, number or stop of a sentence as the model knows it, and where it stands. */
export type Word = {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly known: Known;
};

const WORD = twin(/[$€£]?\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)?|[%?!.-]/gu);
const YEAR = /^(?:1[789]|20)\d\d$/;
const [ZERO, NINE] = [0x30, 0x39];

/** Numbers count by their kind alone, so that each sum counts as a sum; their keys are words as well. */
const SUM = knownOf('$n', SIGN.figure | SIGN.amount | SIGN.money);
const NUMBER = knownOf('n', SIGN.figure | SIGN.amount);
const CALENDAR = knownOf('year', SIGN.figure | SIGN.amount);

/** No sentence is read further than this: what is longer is none. */
const LONGEST = 2_000;

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

function wordAt(text: string, start: number): Word {
  const end = start + text.length;
  if (isDigit(text.charCodeAt(0)))
    return YEAR.test(text)
      ? { key: 'year', start, end, known: CALENDAR }
      : { key: 'n', start, end, known: NUMBER };
  // A sign of money is a word only with figures behind it.
  if (text.length > 1 && isDigit(text.charCodeAt(1))) return { key: '$n', start, end, known: SUM };
  return { key: text, start, end, known: knownOf(text) };
}

/** The words, numbers and stops of a sentence of a shadow text, in lower case and in order. */
export function wordsOf(sentence: string): Word[] {
  const text = sentence.slice(0, LONGEST).toLowerCase();
  return matchesOf(WORD(text), text).map(({ index, 0: word }) => wordAt(word, index));
}

/** What may stand in a sentence of these words (`SIGN`). */
export function signsOf(sentence: string, words: readonly Word[]): number {
  if (sentence.length > LONGEST) return ANY_SIGN;
  let signs = 0;
  for (const { known } of words) signs |= known.signs;
  return signs;
}

/** What may stand in a sentence (`SIGN`). */
export const signsIn = (sentence: string): number => signsOf(sentence, wordsOf(sentence));
