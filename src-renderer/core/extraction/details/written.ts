import type { Span } from '../../anchoring/paragraphs.ts';
import { parseEdtf } from '../../model/dates.ts';

/** When a text was written, as far as it is known: a day, a month or a year; a day without its year. */
export type Written = {
  readonly year: number | null;
  /** From 1. */
  readonly month: number | null;
  readonly day: number | null;
};

/** The day of writing with where it was read: null for a field of the document. */
export type DayOfWriting = { readonly edtf: string; readonly span: Span | null };

/** The day of writing as numbers, from its EDTF; null for what is no single date of the calendar. */
export function writtenOn(edtf: string | null): Written | null {
  const date = edtf === null ? null : parseEdtf(edtf);
  if (date?.kind !== 'point') return null;
  const { year, month, day, approximate, uncertain } = date.point;
  // About then, or in a season, is no day to count from.
  if (approximate || uncertain || (month !== null && month > 12)) return null;
  const known = year.includes('X') ? null : Number(year);
  if (known === null && day === null) return null;
  return { year: known, month, day };
}

/** EDTF of a day that is `days` later (earlier where negative); null where it does not follow. */
export function dayFrom({ year, month, day }: Written, days: number): string | null {
  if (month === null || day === null) return null;
  const shifted = (of: number) => new Date(Date.UTC(of, month - 1, day + days)).toISOString().slice(0, 10);
  if (year !== null) return shifted(year);
  // A day without its year: the same day of a leap year and of the year after, or none.
  const [leap, plain] = [shifted(2024).slice(4), shifted(2025).slice(4)];
  return leap === plain && Math.abs(days) < 60 ? `XXXX${leap}` : null;
}

/** EDTF of a month that is `months` later, null where year or month is not known. */
export const monthFrom = ({ year, month }: Written, months: number): string | null =>
  year === null || month === null
    ? null
    : new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7);

/** EDTF of a year that is `years` later, null where the year is not known. */
export const yearFrom = ({ year }: Written, years: number): string | null =>
  year === null ? null : String(year + years).padStart(4, '0');

/** Day of the week, 0 for Sunday; null where the day is not known. */
export const weekdayOf = ({ year, month, day }: Written): number | null =>
  year === null || month === null || day === null
    ? null
    : new Date(Date.UTC(year, month - 1, day)).getUTCDay();
