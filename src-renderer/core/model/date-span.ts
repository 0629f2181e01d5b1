import type { ClaimDate } from './claim.ts';
import { type DatePoint, parseEdtf } from './dates.ts';
import { dayOfHijri } from './hijri.ts';

const DAY_MS = 86_400_000;

/** Days of a date, counted from 1970-01-01. Within the outer ends it may be; between the inner ones it surely is. */
export type DateSpan = {
  /** First and last day it may be; null: open on that side. */
  readonly from: number | null;
  readonly to: number | null;
  /** The days it surely covers, none where only a month, a year or less is known. */
  readonly sure: { readonly from: number | null; readonly to: number | null } | null;
  /** `~` and `%`: about then, so that even the ends are no ends. */
  readonly approximate: boolean;
  /** `?` and `%`: perhaps another time altogether. */
  readonly uncertain: boolean;
};

type Days = { readonly first: number; readonly last: number };
type Calendar = ClaimDate['calendar'];

/** Days since 1970-01-01 of a day of the Gregorian calendar; a 30 February is the last of the month. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month, 0);
  return date.setUTCDate(Math.min(day, date.getUTCDate())) / DAY_MS;
}

/**
 * Months of the seasons 21 to 24 in the northern hemisphere. Nobody can tell which year's end a
 * winter lies at: both are within it.
 */
const SEASONS: readonly (readonly [number, number])[] = [
  [3, 5],
  [6, 8],
  [9, 11],
  [0, 14],
];

function gregorianDays(low: number, high: number, { month, day }: DatePoint): Days {
  const season = month === null ? undefined : SEASONS[month - 21];
  if (season) {
    const [start, end] = season;
    return { first: dayNumber(low, start, 1), last: dayNumber(high, end, 31) };
  }
  if (month === null) return { first: dayNumber(low, 1, 1), last: dayNumber(high, 12, 31) };
  return { first: dayNumber(low, month, day ?? 1), last: dayNumber(high, month, day ?? 31) };
}

function hijriDays(low: number, high: number, { month, day }: DatePoint): Days {
  const known = month !== null && month <= 12 ? month : null;
  return {
    first: dayOfHijri({ year: low, month: known ?? 1, day: (known && day) ?? 1 }),
    last: dayOfHijri({ year: high, month: known ?? 12, day: (known && day) ?? 30 }),
  };
}

/** The days a date of one side may be, null when its year is not known at all. */
function daysOf(point: DatePoint, calendar: Calendar): Days | null {
  if (point.year === 'XXXX') return null;
  const low = Number(point.year.replaceAll('X', '0'));
  const high = Number(point.year.replaceAll('X', '9'));
  return calendar === 'hijri' ? hijriDays(low, high, point) : gregorianDays(low, high, point);
}

/** Where on a line of time a date stands; null when it is no EDTF or says no year (`XXXX-07`). */
export function spanOf(edtf: string, calendar: Calendar): DateSpan | null {
  const date = parseEdtf(edtf);
  if (!date) return null;
  if (date.kind === 'point') {
    const days = daysOf(date.point, calendar);
    const { approximate, uncertain } = date.point;
    if (!days) return null;
    const { first, last } = days;
    const sure = first === last && !approximate && !uncertain ? { from: first, to: last } : null;
    return { from: first, to: last, sure, approximate, uncertain };
  }
  const from = date.from && daysOf(date.from, calendar);
  const to = date.to && daysOf(date.to, calendar);
  // A year that nobody gave leaves nothing to be drawn on that side, and an open end would be a lie.
  if ((date.from && !from) || (date.to && !to)) return null;
  // "199X/1985": what of it may be true cannot be told.
  if (from && to && from.first > to.last) return null;
  const [inner, outer] = [from?.last ?? null, to?.first ?? null];
  const lasts = inner === null || outer === null || inner <= outer;
  return {
    from: from?.first ?? null,
    to: to?.last ?? null,
    sure: lasts ? { from: inner, to: outer } : null,
    approximate: Boolean(date.from?.approximate || date.to?.approximate),
    uncertain: Boolean(date.from?.uncertain || date.to?.uncertain),
  };
}
