import { type DatePoint, parseEdtf } from '../model/dates.ts';
import type { FactTime } from './file-facts.ts';
import { momentIn, spanOf } from './moments.ts';

/** How a file's time stands to a date that somebody gave. `days`: whole days between, at least. */
export type TimeVerdict =
  | { readonly kind: 'fits' }
  | { readonly kind: 'earlier' | 'later'; readonly days: number };

const DAY = 86_400_000;
/** UTC+14 and UTC-12: a day given without a place begins and ends somewhere within. */
const [EAST, WEST] = [14 * 3_600_000, 12 * 3_600_000];

/** First and last month of a season as EDTF numbers them (21 spring to 24 winter, northern). */
const SEASONS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 14],
};

function spanOfPoint({ year, month, day, approximate }: DatePoint): readonly [number, number] | null {
  // About then: nothing near it contradicts, and how near is anybody's guess.
  if (approximate || year.startsWith('X')) return null;
  const [from, to] = [Number(year.replaceAll('X', '0')), Number(year.replaceAll('X', '9'))];
  const [first, last] = month === null ? [1, 12] : (SEASONS[month] ?? [month, month]);
  const start = Date.UTC(from, first - 1, day ?? 1);
  const end = day === null ? Date.UTC(to, last, 1) : Date.UTC(to, last - 1, day + 1);
  return [start - EAST, end - 1 + WEST];
}

/** Between which moments a date as people give it lies; null when it bounds nothing. */
function spanOfDate(given: string): readonly [number, number] | null {
  const date = parseEdtf(given);
  if (!date) {
    const moment = momentIn('made', given);
    return moment && spanOf(moment);
  }
  if (date.kind === 'point') return spanOfPoint(date.point);
  const from = date.from ? spanOfPoint(date.from) : ([Number.NEGATIVE_INFINITY, 0] as const);
  const to = date.to ? spanOfPoint(date.to) : ([0, Number.POSITIVE_INFINITY] as const);
  return from && to && [from[0], to[1]];
}

/**
 * Whether a file's time can be the date given (EDTF, or an ISO 8601 moment). Each is taken as wide
 * as it was said: a day without a place, a clock without a zone. Null when the date bounds nothing.
 */
export function compareTimes(time: FactTime, given: string): TimeVerdict | null {
  const claimed = spanOfDate(given);
  if (!claimed) return null;
  const [start, end] = spanOf(time);
  if (end < claimed[0]) return { kind: 'earlier', days: Math.floor((claimed[0] - end) / DAY) };
  if (start > claimed[1]) return { kind: 'later', days: Math.floor((start - claimed[1]) / DAY) };
  return { kind: 'fits' };
}
