import { matchesOf } from '../matches.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import { parseEdtf } from '../../model/dates.ts';
import { ARABIC_DATES } from './arabic-date-patterns.ts';
import { FIGURE_DATES, type PatternGroup, WORD_DATES } from './date-patterns.ts';
import { type DateParts, type DateValue, dateValue } from './date-value.ts';
import { ANY_SIGN, SIGN } from './signs.ts';
import { type Tense, tenseAt } from './tense.ts';
import type { Written } from './written.ts';

/** A date that a text names, with its value where one follows from the words and the day of writing. */
export type FoundDate = Span & {
  readonly value: DateValue | null;
  /** Whether the value was counted from the day of writing. */
  readonly counted: boolean;
};

type Match = Span & { readonly parts: DateParts };

/** Longest stretch that patterns are tried on at once; a date lies within one. */
const LONGEST = 2_000;
const BETWEEN = /^ ?(?:-|–|—|to|through|until|till|الي|حتي|and|و) ?$/u;

const ARABIC = /[\u0621-\u064a]/;
const HIJRI = /AH\b/;
const ARABIC_SIGNS = SIGN.arabic | SIGN.hijri;
const WORD_SIGNS = WORD_DATES.reduce((signs, { sign }) => signs | sign, 0);

/** The patterns that may find anything in a piece: each that is tried costs a reading of it. */
function groupsFor(piece: string, signs: number): PatternGroup[] {
  const may = ({ sign, hint }: PatternGroup): boolean => (signs & sign) !== 0 && hint.test(piece);
  const arabic = (signs & ARABIC_SIGNS) !== 0 && (ARABIC.test(piece) || HIJRI.test(piece));
  return [
    ...((signs & WORD_SIGNS) === 0 ? [] : WORD_DATES.filter(may)),
    ...((signs & SIGN.figure) === 0 ? [] : FIGURE_DATES.filter(may)),
    ...(arabic ? ARABIC_DATES.filter(({ hint }) => hint.test(piece)) : []),
  ];
}

function matchesIn(piece: string, offset: number, signs: number): Match[] {
  const patterns = groupsFor(piece, signs).flatMap((group) => group.patterns);
  if (patterns.length === 0) return [];
  const found = patterns.flatMap((pattern) =>
    matchesOf(pattern(piece), piece).map(({ index, 0: words, groups }): Match => {
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

/** A day without its year, in that of the day that ends the stretch, or in the one before. */
function withYearOf(from: string, to: string): string {
  const year = /^\d{4}/.exec(to)?.[0];
  if (!from.startsWith('XXXX') || !year) return from;
  const rest = from.slice(4);
  const before = rest.slice(0, 3) > to.slice(4, 7);
  return `${before ? String(Number(year) - 1).padStart(4, '0') : year}${rest}${/[?~%]$/.exec(to)?.[0] ?? ''}`;
}

/** “January 23 - March 9 2014”: the year stands once for both. */
function interval(from: DateValue | null, to: DateValue | null): DateValue | null {
  if (!from || !to || from.calendar !== to.calendar) return null;
  const edtf = `${withYearOf(from.edtf, to.edtf)}/${to.edtf}`;
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

/** How far around a date the verb that tells its tense is looked for. */
const REACH = 300;

/** Dates of one line read one after the other, against the day of writing. */
class LineReader {
  private readonly shadow: string;
  private readonly written: Written | null;
  /** Of another year than that of the writing: what follows may be in it as well. */
  private otherYear = false;

  constructor(shadow: string, written: Written | null) {
    this.shadow = shadow;
    this.written = written;
  }

  private value({ start, end, parts }: Match): Pick<FoundDate, 'value' | 'counted'> {
    const { shadow, written } = this;
    const plain = dateValue(parts, null);
    const year = parts['year'];
    if (year !== undefined) this.otherYear = Number(year) !== written?.year;
    if (!written || year !== undefined || (this.otherYear && parts['month'] && !parts['which']))
      return { value: plain, counted: false };
    let tense: Tense | null | undefined;
    const value = dateValue(parts, {
      written,
      tense: () =>
        (tense ??= tenseAt(shadow.slice(Math.max(0, start - REACH), start), shadow.slice(end, end + REACH))),
    });
    return { value, counted: value?.edtf !== plain?.edtf };
  }

  read(matches: readonly Match[]): FoundDate[] {
    const dates: FoundDate[] = [];
    for (let at = 0; at < matches.length; at += 1) {
      const [a, b] = [matches[at], matches[at + 1]];
      if (!a) break;
      if (b && isRange(this.shadow, a, b)) {
        // The year is that of the second; what tells of the time stands before the first.
        const { value: to, counted } = this.value({ ...b, start: a.start });
        const value = interval(dateValue(a.parts, null), to);
        dates.push({ start: a.start, end: b.end, value, counted });
        at += 1;
      } else dates.push({ start: a.start, end: a.end, ...this.value(a) });
    }
    return dates;
  }
}

/**
 * The dates in a stretch of a shadow text, in order, none overlapping: absolute ones, ranges, and those
 * relative to the day of writing (`written`, null where nobody knows it). `signs`: what may stand there. Times of the clock,
 * lengths of time, ages and frequencies are none.
 */
export function findDates(
  shadow: string,
  { start, end }: Span,
  written: Written | null,
  signs = ANY_SIGN,
): FoundDate[] {
  if ((signs & (WORD_SIGNS | ARABIC_SIGNS | SIGN.figure)) === 0) return [];
  const dates: FoundDate[] = [];
  for (let from = start; from < end; ) {
    // Nothing is looked for beyond the piece: in a text of one long line each sentence would read it all.
    const piece = shadow.slice(from, Math.min(from + LONGEST + 1, end));
    const line = piece.indexOf('\n');
    let to = line === -1 ? from + piece.length : from + line + 1;
    if (to - from > LONGEST) {
      const space = piece.lastIndexOf(' ');
      to = space > 0 ? from + space + 1 : from + LONGEST;
    }
    dates.push(...new LineReader(shadow, written).read(matchesIn(shadow.slice(from, to), from, signs)));
    from = to;
  }
  return dates;
}
