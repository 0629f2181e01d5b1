/**
 * What a word may be a part of, one bit each. A stretch in which no word has the bit holds nothing of
 * that kind, and need not be searched for it: most sentences name no date and no sum.
 */
export const SIGN = {
  figure: 1,
  month: 1 << 1,
  decade: 1 << 2,
  century: 1 << 3,
  today: 1 << 4,
  weekday: 1 << 5,
  which: 1 << 6,
  partOfDay: 1 << 7,
  ago: 1 << 8,
  units: 1 << 9,
  edge: 1 << 10,
  beside: 1 << 11,
  later: 1 << 12,
  hijri: 1 << 13,
  arabic: 1 << 14,
  amount: 1 << 15,
  place: 1 << 16,
  money: 1 << 17,
  percent: 1 << 18,
} as const;

/** Of a stretch whose words were not read: anything may stand in it. */
export const ANY_SIGN = -1;
