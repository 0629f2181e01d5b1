const DAY_MS = 86_400_000;

/** A day of the Hijri calendar; `month` from 1. */
export type HijriDay = { readonly year: number; readonly month: number; readonly day: number };

const FORMAT = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The Hijri day (Umm al-Qura) of a day counted from 1970-01-01. Where the moon is sighted, a day earlier or later. */
export function hijriOf(dayNumber: number): HijriDay {
  const held = { year: 0, month: 0, day: 0 };
  for (const { type, value } of FORMAT.formatToParts(dayNumber * DAY_MS)) {
    if (type === 'year' || type === 'month' || type === 'day') held[type] = Number(value);
  }
  return held;
}

/**
 * Near day of a Hijri date by the tabular calendar (30-year cycle of 10,631 days, eleven leap years;
 * its first day, 16 July 622 Julian, is 492,148 days before 1970). The observed and the Umm al-Qura
 * calendars lie within a few days of it.
 */
const tabular = ({ year, month, day }: HijriDay): number =>
  354 * (year - 1) + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + (day - 1) - 492_148;

const WITHIN = [0, 1, -1, 2, -2, 3, -3, 4, -4];

/**
 * The day, counted from 1970-01-01, of a Hijri date by the Umm al-Qura calendar; a 30th of a month
 * of 29 days is its 29th.
 */
export function dayOfHijri(date: HijriDay): number {
  const near = tabular(date);
  const first = WITHIN.map((shift) => near - (date.day - 1) + shift).find((number) => {
    const { year, month, day } = hijriOf(number);
    return year === date.year && month === date.month && day === 1;
  });
  const start = first ?? near - (date.day - 1);
  const day = start + date.day - 1;
  return hijriOf(day).month === date.month ? day : day - 1;
}
