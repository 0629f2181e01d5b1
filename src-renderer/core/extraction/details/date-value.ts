import { parseEdtf } from '../../model/dates.ts';
import { HIJRI_MONTHS, MONTHS, SMALL } from './date-words.ts';

/** A day as numbers, for what is said relative to it. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

/** Named parts of a date as a pattern found them. */
export type DateParts = Readonly<Record<string, string | undefined>>;

/** EDTF in its own calendar, as claims keep dates (core/model/claim.ts). */
export type DateValue = { readonly edtf: string; readonly calendar: 'gregorian' | 'hijri' };

const two = (number: number | string): string => String(number).padStart(2, '0');
const edtfOfDay = (date: Date): string => date.toISOString().slice(0, 10);
const daysFrom = ({ year, month, day }: Day, days: number): string =>
  edtfOfDay(new Date(Date.UTC(year, month - 1, day + days)));
const monthsFrom = ({ year, month }: Day, months: number): string =>
  edtfOfDay(new Date(Date.UTC(year, month - 1 + months, 1))).slice(0, 7);

const DAYS: Readonly<Record<string, number>> = { today: 0, tonight: 0, yesterday: -1, tomorrow: 1 };
const WHICH: Readonly<Record<string, number>> = { last: -1, past: -1, this: 0, current: 0, next: 1 };

/** What was said relative to the day of writing: only what follows from it without a guess. */
function relative({ word, which, unit, count, month }: DateParts, written: Day): string | null {
  const days = DAYS[word?.toLowerCase() ?? ''];
  if (days !== undefined) return daysFrom(written, days);
  const step = WHICH[which?.toLowerCase() ?? ''];
  if (step !== undefined && unit === 'month' && !month) return monthsFrom(written, step);
  if (step !== undefined && unit === 'year') return String(written.year + step);
  const number = count === undefined ? undefined : (SMALL.get(count.toLowerCase()) ?? Number(count));
  if (number === undefined || !Number.isInteger(number) || number > 2000) return null;
  if (/^days?$/.test(unit ?? '')) return daysFrom(written, -number);
  if (/^months?$/.test(unit ?? '')) return `${monthsFrom(written, -number)}~`;
  return /^years?$/.test(unit ?? '') ? `${String(written.year - number).padStart(4, '0')}~` : null;
}

function calendarDate({ year, month, monthNumber, hijri, day, decade, century }: DateParts): string | null {
  if (decade) return `${decade}X`;
  if (century) return `${two(Number(century) - 1)}XX`;
  const number = hijri ? HIJRI_MONTHS.get(hijri) : MONTHS.get((month ?? '').replace('.', ''));
  const named = monthNumber ?? (number ? two(number) : null);
  if (!named) return year ?? null;
  return `${year ?? 'XXXX'}-${named}${day ? `-${two(day)}` : ''}`;
}

/** The value that follows from the parts of a date, null where none does. */
export function dateValue(parts: DateParts, written: Day | null): DateValue | null {
  const edtf = (written && relative(parts, written)) ?? calendarDate(parts);
  if (edtf === null || !parseEdtf(edtf)) return null;
  return { edtf, calendar: parts['hijri'] ? 'hijri' : 'gregorian' };
}
