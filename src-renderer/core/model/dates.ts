/** One side of a date: what is known of year, month (1–12 or a season 21–24) and day. */
export type DatePoint = {
  /** Four characters, `X` for each digit that is not known (`199X`, `XXXX`). */
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
  /** `~` and `%`: about then. */
  readonly approximate: boolean;
  /** `?` and `%`: perhaps then. */
  readonly uncertain: boolean;
};

/** A date in the part of EDTF (ISO 8601-2, levels 0 and 1) that cases use. */
export type EdtfDate =
  | { readonly kind: 'point'; readonly point: DatePoint }
  /** Null: open on that side. */
  | { readonly kind: 'interval'; readonly from: DatePoint | null; readonly to: DatePoint | null };

const POINT = /^([\dX]{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)$/;

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const part = (digits: string | undefined) =>
  digits === undefined || digits === 'XX' ? null : Number(digits);

/** Days a month can have; 29 in February when the year is not known. */
function daysIn(year: string, month: number): number {
  if (month === 2) return year.includes('X') || leap(Number(year)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function parsePoint(text: string): DatePoint | null {
  const match = POINT.exec(text);
  const [, year, months, days, mark] = match ?? [];
  // Unknown digits stand only at the end of a year: "2X14" is no EDTF of level 1.
  if (!year || !/^\d*X*$/.test(year)) return null;
  const month = part(months);
  const day = part(days);
  if (month !== null && !(month >= 1 && month <= 12) && !(month >= 21 && month <= 24)) return null;
  if (day !== null && (month === null || month > 12 || day < 1 || day > daysIn(year, month))) return null;
  return {
    year,
    month,
    day,
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  };
}

/** What was typed as EDTF text: blanks dropped, `????-07` as `XXXX-07`. It may still be no date. */
export function normaliseEdtf(typed: string): string {
  return typed
    .replaceAll(/\s+/g, '')
    .toUpperCase()
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replace(/^(\d*)(\?+)(?=-|$)/, (all, digits: string, marks: string) =>
      digits.length + marks.length === 4 ? digits + 'X'.repeat(marks.length) : all,
    );
}

/** Reads a date, or null when it is none (`parseEdtf(normaliseEdtf(typed))` for typed text). */
export function parseEdtf(edtf: string): EdtfDate | null {
  const sides = edtf.split('/');
  if (sides.length === 1) {
    const point = parsePoint(edtf);
    return point && { kind: 'point', point };
  }
  const [left, right, ...more] = sides;
  if (left === undefined || right === undefined || more.length > 0) return null;
  const open = (side: string) => side === '' || side === '..';
  const from = open(left) ? null : parsePoint(left);
  const to = open(right) ? null : parsePoint(right);
  if ((!from && !open(left)) || (!to && !open(right)) || (!from && !to)) return null;
  if (from && to && isAfter(from, to)) return null;
  return { kind: 'interval', from, to };
}

const two = (number: number) => String(number).padStart(2, '0');
const sortKey = ({ year, month, day }: DatePoint) =>
  year.includes('X') ? '' : year + (month === null || month > 12 ? '' : two(month) + (day ? two(day) : ''));

/** Compared as far as both are known: September 2014 is not after 2014. */
function isAfter(a: DatePoint, b: DatePoint): boolean {
  const [left, right] = [sortKey(a), sortKey(b)];
  const length = Math.min(left.length, right.length);
  return left.slice(0, length) > right.slice(0, length);
}

/** Whether the text is a calendar day, as ISO 8601 writes it. */
export function isDay(text: string): boolean {
  const date = parseEdtf(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) && date?.kind === 'point' && date.point.day !== null;
}

/** The words of one language around a date; texts come from the interface's translations. */
export type DateWords = {
  about(date: string): string;
  perhaps(date: string): string;
  /** Month or day of a year nobody gave. */
  yearUnknown(date: string): string;
  decade(year: string): string;
  season(season: 'spring' | 'summer' | 'autumn' | 'winter', year: string): string;
  between(from: string, to: string): string;
  since(from: string): string;
  until(to: string): string;
};

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

function formatCalendar({ year, month, day }: DatePoint, locale: string, words: DateWords): string {
  const known = !year.includes('X');
  const season = month === null ? undefined : SEASONS[month - 21];
  if (season) return words.season(season, year);
  if (month === null) return known ? year : words.decade(year);
  // 2000 is a leap year: 29 February of an unknown year can still be written.
  const date = new Date(Date.UTC(2000, month - 1, day ?? 1));
  if (known) date.setUTCFullYear(Number(year), month - 1, day ?? 1);
  const text = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: 'long',
    ...(day === null ? {} : { day: 'numeric' }),
    ...(known ? { year: 'numeric' } : {}),
  }).format(date);
  return known ? text : words.yearUnknown(text);
}

function formatPoint(point: DatePoint, locale: string, words: DateWords): string {
  const date = formatCalendar(point, locale, words);
  const about = point.approximate ? words.about(date) : date;
  return point.uncertain ? words.perhaps(about) : about;
}

/** A date as people read it; text that is no EDTF is given back unchanged. */
export function formatEdtf(edtf: string, locale: string, words: DateWords): string {
  const date = parseEdtf(edtf);
  if (!date) return edtf;
  if (date.kind === 'point') return formatPoint(date.point, locale, words);
  const from = date.from && formatPoint(date.from, locale, words);
  const to = date.to && formatPoint(date.to, locale, words);
  if (from !== null && to !== null) return words.between(from, to);
  return from !== null ? words.since(from) : words.until(to ?? '');
}
