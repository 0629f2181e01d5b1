import type { Bead } from '../model/alignment.ts';

/**
 * Paragraphs that belong together, and how often that is so, as in Gale and Church, "A program for
 * aligning sentences in bilingual corpora" (1993), table 5, with more weight on one to one: paragraphs
 * are merged and split less often than sentences.
 */
const MOVES: readonly (readonly [Bead, number])[] = [
  [[1, 1], 0.9],
  [[1, 0], 0.02],
  [[0, 1], 0.02],
  [[2, 1], 0.025],
  [[1, 2], 0.025],
  [[2, 2], 0.01],
];

/** Variance of the lengths' difference a character (Gale and Church, section 3.3). */
const VARIANCE = 6.8;
/** What a number that only one side has costs, and one that both have is worth. */
const NUMBER_MISSED = 2.5;
const NUMBER_MET = 2;
/** Most numbers of a side that count. */
const MOST_NUMBERS = 4;

/** What of a paragraph is the same in every language: its length, and its numbers. */
type Shape = { readonly length: number; readonly numbers: readonly string[] };

const plain = (digit: string): string => String((digit.codePointAt(0) ?? 0) & 0xf);

export function shapeOf(paragraph: string): Shape {
  const text = paragraph.trim().replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, plain);
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits.replace(/^0+(?=\d)/, ''));
  return { length: text.length, numbers };
}

const joined = (shapes: readonly Shape[]): Shape => ({
  length: shapes.reduce((sum, { length }) => sum + length, 0),
  numbers: shapes.flatMap(({ numbers }) => numbers),
});

/** How unlikely it is that so long a text is a translation of one of that length; at least 0. */
function lengthCost(original: number, translation: number, ratio: number): number {
  const expected = original * ratio;
  const spread = Math.sqrt((Math.max(1, expected + translation) / 2) * VARIANCE);
  const distance = Math.abs(translation - expected) / spread;
  // The tail of the normal distribution, from above: exact enough to rank by.
  return Math.min(distance * distance * 0.5, 25);
}

function numberCost(a: Shape, b: Shape): number {
  const [mine, theirs] = [new Set(a.numbers), new Set(b.numbers)];
  let met = 0;
  for (const number of mine) if (theirs.has(number)) met += 1;
  const missed = mine.size + theirs.size - 2 * met;
  return NUMBER_MISSED * Math.min(missed, MOST_NUMBERS) - NUMBER_MET * Math.min(met, MOST_NUMBERS);
}

function costOf(a: Shape, b: Shape, [from, to]: Bead, ratio: number): number {
  // What stands on one side alone has nothing to be measured by; a long one is unlikelier.
  if (from === 0 || to === 0) return Math.min(2.5 + (a.length + b.length) / 100, 12);
  return lengthCost(a.length, b.length, ratio) + numberCost(a, b);
}

/** Cells beside the diagonal that are looked at: articles have no longer stretch on one side alone. */
const BAND = 150;

/**
 * Which paragraphs of a translation belong to which of its original, by their order, lengths and
 * numbers: the cheapest way through both (dynamic programming along the diagonal). Every paragraph of
 * both sides is in exactly one row, in order.
 */
export function align(original: readonly Shape[], translation: readonly Shape[]): Bead[] {
  const [rows, columns] = [original.length, translation.length];
  const ratio = Math.max(1, joined(translation).length) / Math.max(1, joined(original).length);
  const band = BAND + Math.abs(rows - columns);
  const cost: Float64Array[] = Array.from({ length: rows + 1 }, () =>
    new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY),
  );
  const came: Uint8Array[] = Array.from({ length: rows + 1 }, () => new Uint8Array(columns + 1));
  const at = (row: number, column: number): number => cost[row]?.[column] ?? Number.POSITIVE_INFINITY;
  (cost[0] as Float64Array)[0] = 0;
  for (let row = 0; row <= rows; row += 1) {
    const middle = rows === 0 ? 0 : Math.round((row * columns) / rows);
    const last = rows === 0 ? columns : Math.min(columns, middle + band);
    for (let column = Math.max(0, middle - band); column <= last; column += 1) {
      for (const [index, [[from, to], chance]] of MOVES.entries()) {
        const before = at(row - from, column - to);
        if (!Number.isFinite(before)) continue;
        const a = joined(original.slice(row - from, row));
        const b = joined(translation.slice(column - to, column));
        const whole = before - Math.log(chance) + costOf(a, b, [from, to], ratio);
        if (whole >= at(row, column)) continue;
        (cost[row] as Float64Array)[column] = whole;
        (came[row] as Uint8Array)[column] = index;
      }
    }
  }
  return way(came, rows, columns);
}

function way(came: readonly Uint8Array[], rows: number, columns: number): Bead[] {
  const beads: Bead[] = [];
  let [row, column] = [rows, columns];
  while (row > 0 || column > 0) {
    const bead = MOVES[came[row]?.[column] ?? 0]?.[0] ?? [1, 1];
    beads.push(bead);
    [row, column] = [row - bead[0], column - bead[1]];
  }
  return beads.reverse();
}
