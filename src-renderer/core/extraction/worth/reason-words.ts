import type { Reason } from './worth.ts';

/** Why a sentence may be worth checking, in English: the command line and the window share these words. */
export const REASON_WORDS: Readonly<Record<Reason['kind'], string>> = {
  sum: 'names a sum',
  percentage: 'names a percentage',
  number: 'gives a number',
  date: 'gives a date',
  comparison: 'compares or ranks',
  change: 'says that something rose or fell',
  accusation: 'tells of a wrong or a crime',
  'accuses by name': 'accuses somebody named',
  deed: 'says what somebody did',
  absolute: 'says always, never, first or only',
  source: 'refers to a source',
  cause: 'gives a cause',
  wording: 'is worded like statements that were checked',
};

/** A reason in English, with the article's own words: `names a sum: 200 thousand dollars`. */
export const reasonInWords = ({ kind, start, end }: Reason, text: string): string =>
  `${REASON_WORDS[kind]}: ${text.slice(start, end)}`;
