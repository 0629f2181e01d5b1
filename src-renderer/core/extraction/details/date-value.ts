import { parseEdtf } from '../../model/dates.ts';
import { ARABIC_WEEKDAYS, HIJRI_MONTHS, MONTHS, WEEKDAYS, WHICH } from './date-words.ts';
import { type Against, relativeDate } from './relative-date.ts';
import { dayFrom, weekdayOf } from './written.ts';

/** Named parts of a date as a pattern found them. */
export type DateParts = Readonly<Record<string, string | undefined>>;

/** EDTF in its own calendar, as claims keep dates (core/model/claim.ts). */
export type DateValue = { readonly edtf: string; readonly calendar: 'gregorian' | 'hijri' };

const two = (number: number | string): string => String(number).padStart(2, '0');

function monthOf({ month, monthNumber, hijri }: DateParts): number | null {
  if (monthNumber) return Number(monthNumber);
  return (hijri ? HIJRI_MONTHS.get(hijri) : MONTHS.get((month ?? '').replace('.', ''))) ?? null;
}

function calendarDate(parts: DateParts): string | null {
  const { year, day, decade, century } = parts;
  if (decade) return `${decade}X`;
  if (century) return `${two(Number(century) - 1)}XX`;
  const month = monthOf(parts);
  if (month === null) return year ?? null;
  return `${year ?? 'XXXX'}-${two(month)}${day ? `-${two(day)}` : ''}`;
}

/** How far a day may lie for its year to be beyond doubt. */
const NEAR_DAYS = 45;

/** The year of a month or day that is named without one, with `?` where it is likely and no more. */
function withYear(parts: DateParts, { written, tense }: Against): string | null {
  const month = monthOf(parts);
  const { year } = written;
  if (month === null || parts['hijri'] || parts['year'] || year === null || written.month === null)
    return null;
  const day = parts['day'] ? Number(parts['day']) : null;
  const at = (of: number) => `${of}-${two(month)}${day === null ? '' : `-${two(day)}`}`;
  const near = (of: number) =>
    day !== null &&
    Math.abs(Date.UTC(of, month - 1, day) - Date.UTC(year, (written.month ?? 1) - 1, written.day ?? 15)) <
      NEAR_DAYS * 86_400_000;
  const wanted =
    WEEKDAYS.get((parts['weekday'] ?? '').toLowerCase()) ?? ARABIC_WEEKDAYS.get(parts['weekday'] ?? '');
  if (wanted !== undefined && day !== null) {
    const fits = [year, year - 1, year + 1].find((of) => weekdayOf({ year: of, month, day }) === wanted);
    // Days of the week move on each year: one of three fits, or the article errs.
    return fits === undefined ? null : at(fits);
  }
  const step = WHICH.get((parts['which'] ?? '').toLowerCase());
  const told = step === -1 ? 'past' : step === 1 ? 'future' : step === 0 ? null : tense();
  if (step === 0) {
    const apart = Math.abs(month - written.month);
    return apart === 0 ? at(year) : apart === 1 ? `${at(year)}?` : null;
  }
  if (told === null) return null;
  const now = written.day === null || day === null ? at(year).slice(0, 7) : at(year);
  const today = dayFrom(written, 0)?.slice(0, now.length) ?? `${year}-${two(written.month)}`.slice(0, 7);
  const of = told === 'past' ? (now <= today ? year : year - 1) : now >= today ? year : year + 1;
  return near(of) ? at(of) : `${at(of)}?`;
}

/** The value that follows from the parts of a date; null where none does. `against` null: nobody knows when it was written. */
export function dateValue(parts: DateParts, against: Against | null): DateValue | null {
  const calendar = parts['hijri'] ? 'hijri' : 'gregorian';
  const found = against && (relativeDate(parts, against) ?? withYear(parts, against));
  for (const edtf of [found, calendarDate(parts)]) if (edtf && parseEdtf(edtf)) return { edtf, calendar };
  return null;
}

/** The value with doubt about it: another day may be meant. */
export function doubted({ edtf, calendar }: DateValue): DateValue {
  const side = (text: string) =>
    /[?%]$/.test(text) ? text : text.endsWith('~') ? text.replace(/~$/, '%') : `${text}?`;
  return { edtf: edtf.split('/').map(side).join('/'), calendar };
}
