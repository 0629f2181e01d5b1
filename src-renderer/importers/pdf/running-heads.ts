import type { Line } from './lines.ts';

/** The lines of a page, and how high it is. */
export type LinedPage = { readonly height: number; readonly lines: readonly Line[] };

/** A line that stands on many pages: what it says there, and on how many. */
export type LeftOut = { readonly words: string; readonly pages: number };

/** Part of the page's height, at either end, in which such lines stand. */
const MARGIN = 0.14;
/** Lines at either end of a page that may be such a line. */
const MOST = 3;
const FEWEST_PAGES = 3;
/** Part of the pages (or of the left, or of the right ones) on which a line has to stand. */
const MOST_PAGES = 0.6;
const SAME_HEIGHT = 3;

type Candidate = { readonly page: number; readonly line: Line; readonly pattern: string };

/** What is the same on every page: the words with a sign for each number. */
const patternOf = ({ text }: Line): string => text.replaceAll(/\p{Nd}+/gu, '#');

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\p{Nd}+/gu)].map(([digits]) => Number(digits.replaceAll(/\P{ASCII}/gu, plainDigit)));

/** A digit of any script as one of ASCII: the digits of a script stand in order from a zero. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  for (let value = 0; value <= 9; value += 1) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) return String(value);
  }
  return '0';
}

const candidatesOn = ({ height, lines }: LinedPage, page: number): Candidate[] => {
  const upright = lines.filter(({ turn }) => turn === 0).sort((a, b) => a.across - b.across);
  const edges = [...upright.slice(0, MOST), ...upright.slice(-MOST)];
  return [...new Set(edges)]
    .filter(({ across }) => across < MARGIN * height || across > (1 - MARGIN) * height)
    .map((line) => ({ page, line, pattern: patternOf(line) }));
};

/** Whether the lines say the same, but for numbers that all count the pages. */
function countsPages(held: readonly Candidate[]): boolean {
  const [first] = held;
  if (!first) return false;
  if (held.every(({ line }) => line.text === first.line.text)) return true;
  const from = numbersIn(first.line.text);
  return held.every(({ line, page }) => {
    const numbers = numbersIn(line.text);
    return (
      numbers.length === from.length &&
      numbers.every((number, at) => number === from[at] || number - (from[at] ?? 0) === page - first.page)
    );
  });
}

/** Whether a line stands on so many pages that it can be nothing of the text. */
function isCertain(held: readonly Candidate[], pages: number): boolean {
  if (held.length < FEWEST_PAGES || !countsPages(held)) return false;
  if (held.length >= MOST_PAGES * pages) return true;
  const parity = (held[0]?.page ?? 0) % 2;
  if (!held.every(({ page }) => page % 2 === parity)) return false;
  return held.length >= MOST_PAGES * Math.ceil((pages - parity) / 2);
}

/**
 * Running heads, running feet and page numbers, where that is certain: lines near the edge of the
 * page that stand at one height on most of the pages (or on most left or right ones) and say the same
 * but for numbers that count the pages. Everything else stays in the text.
 */
export function withoutRunningHeads(pages: readonly LinedPage[]): {
  readonly pages: readonly LinedPage[];
  readonly leftOut: readonly LeftOut[];
} {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of pages.flatMap(candidatesOn)) {
    const height = Math.round(candidate.line.across / SAME_HEIGHT);
    for (const near of [height, height - 1]) {
      const key = `${near} ${candidate.pattern}`;
      groups.set(key, [...(groups.get(key) ?? []), candidate]);
    }
  }
  const gone = new Set<Line>();
  const leftOut = new Map<string, LeftOut>();
  for (const held of groups.values()) {
    const [first] = held;
    if (!first || !isCertain(held, pages.length)) continue;
    for (const { line } of held) gone.add(line);
    leftOut.set(first.pattern, { words: first.line.text, pages: held.length });
  }
  const left = pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !gone.has(line)) }));
  return { pages: left, leftOut: [...leftOut.values()] };
}
