import type { DateParts } from './date-value.ts';
import { ARABIC_COUNTS, ARABIC_UNITS, ARABIC_WEEKDAYS, SMALL, WEEKDAYS, WHICH } from './date-words.ts';
import type { Tense } from './tense.ts';
import { dayFrom, monthFrom, weekdayOf, type Written, yearFrom } from './written.ts';

/** What a date is read against: when the text was written, and the tense around the date. */
export type Against = { readonly written: Written; tense(): Tense | null };

const about = (edtf: string | null): string | null => edtf && `${edtf}~`;
const perhaps = (edtf: string | null): string | null => edtf && `${edtf}?`;
/** A stretch in which something lies somewhere: its ends are no ends. */
const within = (from: string | null, to: string | null): string | null =>
  from && to && from <= to ? `${from}~/${to}~` : null;

const DAYS: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  morning: 0,
  afternoon: 0,
  evening: 0,
  yesterday: -1,
  tomorrow: 1,
  اليوم: 0,
  الليله: 0,
  امس: -1,
  'اول امس': -2,
  'بعد غد': 2,
  البارحه: -1,
  غدا: 1,
};

/**
 * A day of the week: the last one before the writing, or the next one. By the style of news a bare
 * weekday is one of the nearest seven; with "last" or "next" the one a week further may be meant.
 */
function weekday(name: string, step: number | undefined, { written, tense }: Against): string | null {
  const [today, wanted] = [weekdayOf(written), WEEKDAYS.get(name.toLowerCase()) ?? ARABIC_WEEKDAYS.get(name)];
  const told = tense();
  if (today === null || wanted === undefined) return null;
  const back = (today - wanted + 7) % 7;
  const ahead = (wanted - today + 7) % 7;
  if (step === -1 && told !== 'future')
    return back === 0 ? dayFrom(written, -7) : perhaps(dayFrom(written, -back));
  if (step === 1 && told !== 'past')
    return ahead === 0 ? dayFrom(written, 7) : perhaps(dayFrom(written, ahead));
  if ((step !== undefined && step !== 0) || told === null) return null;
  if (back === 0) return perhaps(dayFrom(written, 0));
  return dayFrom(written, told === 'past' ? -back : ahead);
}

/** Weeks begin on Saturday, Sunday or Monday, as the country has it: the days that any of them holds. */
function week(step: number, { written, tense }: Against): string | null {
  const today = weekdayOf(written);
  if (today === null) return null;
  const sinceStart = Math.max((today + 1) % 7, today, (today + 6) % 7);
  const toEnd = Math.max((12 - today) % 7, 6 - today, (7 - today) % 7);
  const told = step === 0 ? tense() : null;
  return within(
    dayFrom(written, told === 'future' ? 0 : 7 * step - sinceStart),
    dayFrom(written, told === 'past' ? 0 : 7 * step + toEnd),
  );
}

/** From Friday to Sunday, since countries differ; none where the writing itself lies in one. */
function weekend(step: number, { written, tense }: Against): string | null {
  const today = weekdayOf(written);
  if (today === null) return null;
  const sinceFriday = (today + 2) % 7;
  const told = tense();
  if (
    sinceFriday < 3 ||
    told === null ||
    (step === -1 && told === 'future') ||
    (step === 1 && told === 'past')
  )
    return null;
  const shift = told === 'past' ? -sinceFriday : 7 - sinceFriday;
  return within(dayFrom(written, shift), dayFrom(written, shift + 2));
}

const SEASONS: Readonly<Record<string, readonly [season: number, first: number]>> = {
  spring: [21, 3],
  summer: [22, 6],
  autumn: [23, 9],
  fall: [23, 9],
};

/** The season of this year or the last: that it is the northern one is a supposition. */
function season(name: string, step: number, { written, tense }: Against): string | null {
  const held = SEASONS[name];
  const { year, month } = written;
  if (!held || year === null || month === null) return null;
  const [number, first] = held;
  if (step === -1) return `${month > first + 2 ? year : year - 1}-${number}?`;
  if (step === 1) return `${month < first ? year : year + 1}-${number}?`;
  return tense() === null ? null : `${year}-${number}?`;
}

/** "this week", "last month", "next year": what is counted in calendar units. */
function unitFrom(unit: string, step: number, against: Against): string | null {
  const { written } = against;
  switch (unit) {
    case 'day':
      return dayFrom(written, step);
    case 'night':
      return step === -1 ? about(dayFrom(written, -1)) : step === 0 ? dayFrom(written, 0) : null;
    case 'week':
      return week(step, against);
    case 'weekend':
      return weekend(step, against);
    case 'month':
      return monthFrom(written, step);
    case 'year':
      return yearFrom(written, step);
    case 'decade':
      return step === 0 && written.year !== null ? `${String(written.year).slice(0, 3)}X` : null;
    case 'century':
      return written.year === null || step === 1 ? null : `${Math.floor(written.year / 100) + step}XX`;
    default:
      return season(unit, step, against);
  }
}

/** That many units before (`sign` -1) or after the writing; about, but for days. */
function counted(unit: string, count: number, sign: number, written: Written): string | null {
  if (!Number.isInteger(count) || count > 2000) return null;
  const steps = sign * count;
  if (unit === 'hour') return count < 24 ? null : about(dayFrom(written, sign * Math.round(count / 24)));
  if (unit === 'day') return dayFrom(written, steps);
  if (unit === 'week') return about(dayFrom(written, 7 * steps));
  if (unit === 'month') return about(monthFrom(written, steps));
  if (unit === 'year') return about(yearFrom(written, steps));
  return unit === 'decade' ? about(yearFrom(written, 10 * steps)) : null;
}

const nowIn = (unit: string, written: Written): string | null =>
  unit === 'month'
    ? monthFrom(written, 0)
    : /year|decade/.test(unit)
      ? yearFrom(written, 0)
      : dayFrom(written, 0);

const countOf = (words: string): number =>
  SMALL.get(words.toLowerCase()) ?? ARABIC_COUNTS.get(words) ?? Number(words);
const plainUnit = (unit: string): string =>
  ARABIC_UNITS.get(unit) ??
  unit
    .toLowerCase()
    .replace(/^centuries$/, 'century')
    .replace(/s$/, '');

/** قبل يومين, قبل ثلاثة أيام: one word for one or two of a unit, or a number with its unit. */
function arabicAgo(words: string, written: Written): string | null {
  const [first = '', second] = words.split(' ');
  const unit = ARABIC_UNITS.get(second ?? first);
  if (unit === undefined) return null;
  return counted(unit, second === undefined ? (first.endsWith('ين') ? 2 : 1) : countOf(first), -1, written);
}

/**
 * EDTF of what a text says relative to its day of writing, null where it does not follow: with `~`
 * where it is only about then, with `?` where another day may be meant.
 */
export function relativeDate(parts: DateParts, against: Against): string | null {
  const { written } = against;
  const { word, which, count, over, beyond, month } = parts;
  const days = DAYS[word?.toLowerCase() ?? ''];
  if (days !== undefined) {
    const day = dayFrom(written, days);
    // “Today about 100,000 do so”: these days rather than this one.
    return days === 0 && word?.toLowerCase() === 'today' && against.tense() === null ? about(day) : day;
  }
  if (parts['ago']) return arabicAgo(parts['ago'], written);
  if (which?.toLowerCase() === 'this past' && parts['unit'] === 'week')
    return within(dayFrom(written, -7), dayFrom(written, 0));
  const step = which === undefined ? undefined : WHICH.get(which.toLowerCase());
  if (which !== undefined && step === undefined) return null;
  if (parts['weekday']) return month ? null : weekday(parts['weekday'], step, against);
  // “in the last years” counts none; “this years contest” lacks its apostrophe alone.
  if (parts['unit'] === undefined || month || (parts['plural'] && step !== 0)) return null;
  const unit = plainUnit(parts['unit']);
  if (beyond) {
    const twice = /before|قبل/.test(beyond) ? -2 : 2;
    return unit === 'week' ? null : unitFrom(unit, twice, against);
  }
  if (count !== undefined && over !== undefined) {
    const sign = /next|coming/i.test(over) ? 1 : -1;
    const [far, near] = [counted(unit, countOf(count), sign, written), nowIn(unit, written)];
    if (!far || !near) return null;
    const edge = far.replace(/~?$/, '~');
    return sign < 0 ? `${edge}/${near}` : `${near}/${edge}`;
  }
  if (count !== undefined) return counted(unit, countOf(count), -1, written);
  return step === undefined ? null : unitFrom(unit, step, against);
}
