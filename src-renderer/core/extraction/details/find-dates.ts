import type { Span } from '../../anchoring/paragraphs.ts';
import { parseEdtf } from '../../model/dates.ts';
import { DATE_PATTERNS } from './date-patterns.ts';
import { type DateParts, type DateValue, dateValue, type Day } from './date-value.ts';

/** A date that a text names, with its value where one follows from the words and the day of writing. */
export type FoundDate = Span & { readonly value: DateValue | null };

type Match = Span & { readonly parts: DateParts };

/** Longest stretch that patterns are tried on at once; a date lies within one. */
const LONGEST = 2_000;
const BETWEEN = /^ ?(?:-|–|—|to|through|until|till|الي|حتي|and|و) ?$/u;

function matchesIn(piece: string, offset: number): Match[] {
  const patterns = DATE_PATTERNS.flatMap((group) => (group.hint.test(piece) ? group.patterns : []));
  const found = patterns.flatMap((pattern) =>
    Array.from(piece.matchAll(pattern), ({ index, 0: words, groups }): Match => {
      const start = offset + index;
      return { start, end: start + words.trimEnd().length, parts: { ...groups } };
    }),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = -1;
  return found.filter(({ start, end }) => {
    if (start < last || end <= start) return false;
    last = end;
    return true;
  });
}

/** “January 23 - March 9 2014”: the year stands once for both. */
function interval(from: DateValue | null, to: DateValue | null): DateValue | null {
  if (!from || !to || from.calendar !== to.calendar) return null;
  const left = from.edtf.startsWith('XXXX') ? to.edtf.slice(0, 4) + from.edtf.slice(4) : from.edtf;
  const edtf = `${left}/${to.edtf}`;
  return parseEdtf(edtf) ? { edtf, calendar: to.calendar } : null;
}

const absolute = ({ parts }: Match) => Boolean(parts['year'] ?? parts['month'] ?? parts['hijri']);

/** Two dates with “to” or a dash between them are one stretch; with “and” only after “between”. */
function isRange(shadow: string, a: Match, b: Match): boolean {
  const between = shadow.slice(a.end, b.start);
  if (b.start - a.end > 10 || !BETWEEN.test(between) || !absolute(a) || !absolute(b)) return false;
  if (!/and|و/u.test(between)) return true;
  return /(?:between|بين) $/iu.test(shadow.slice(Math.max(0, a.start - 8), a.start));
}

function withRanges(shadow: string, matches: readonly Match[], written: Day | null): FoundDate[] {
  const dates: FoundDate[] = [];
  for (let at = 0; at < matches.length; at += 1) {
    const [a, b] = [matches[at], matches[at + 1]];
    if (!a) break;
    const value = dateValue(a.parts, written);
    if (b && isRange(shadow, a, b)) {
      dates.push({ start: a.start, end: b.end, value: interval(value, dateValue(b.parts, written)) });
      at += 1;
    } else dates.push({ start: a.start, end: a.end, value });
  }
  return dates;
}

/**
 * The dates in a stretch of a shadow text, in order, none overlapping: absolute ones, ranges, and those
 * relative to the day of writing (`written`, null where nobody knows it). Times of the clock,
 * lengths of time, ages and frequencies are none.
 */
export function findDates(shadow: string, { start, end }: Span, written: Day | null): FoundDate[] {
  const dates: FoundDate[] = [];
  for (let from = start; from < end; ) {
    const line = shadow.indexOf('\n', from);
    let to = Math.min(line === -1 ? end : line + 1, end);
    if (to - from > LONGEST) {
      const space = shadow.lastIndexOf(' ', from + LONGEST);
      to = space > from ? space + 1 : from + LONGEST;
    }
    dates.push(...withRanges(shadow, matchesIn(shadow.slice(from, to), from), written));
    from = to;
  }
  return dates;
}
