import { type Paragraph, paragraphsOf } from '../anchoring/paragraphs.ts';
import type { Bead } from '../model/alignment.ts';
import { align, shapeOf } from './align.ts';

/** Which of the two sides of a row. */
export type Side = 0 | 1;

/** The paragraphs of a text that have words. */
export const wordedParagraphs = (text: string): Paragraph[] => paragraphsOf(text).filter(({ gap }) => !gap);

/** A proposal: which paragraphs belong together. */
export function proposeBeads(original: string, translation: string): Bead[] {
  const shapes = (text: string) =>
    wordedParagraphs(text).map(({ start, end }) => shapeOf(text.slice(start, end)));
  return align(shapes(original), shapes(translation));
}

/** Whether rows hold each paragraph of texts of so many exactly once. */
export function beadsFit(beads: readonly Bead[], original: number, translation: number): boolean {
  let [left, right] = [0, 0];
  for (const [a, b] of beads) {
    if (!(Number.isInteger(a) && Number.isInteger(b) && a >= 0 && b >= 0 && a + b > 0)) return false;
    [left, right] = [left + a, right + b];
  }
  return left === original && right === translation;
}

/** A row with its paragraphs. */
export type AlignedRow = {
  readonly original: readonly Paragraph[];
  readonly translation: readonly Paragraph[];
};

/** The rows of two texts side by side. */
export function rowsOf(beads: readonly Bead[], original: string, translation: string): AlignedRow[] {
  const [left, right] = [wordedParagraphs(original), wordedParagraphs(translation)];
  let [row, column] = [0, 0];
  return beads.map(([a, b]) => {
    const held = { original: left.slice(row, row + a), translation: right.slice(column, column + b) };
    [row, column] = [row + a, column + b];
    return held;
  });
}

const changed = ([a, b]: Bead, side: Side, by: number): Bead => (side === 0 ? [a + by, b] : [a, b + by]);

const withoutEmpty = (beads: readonly Bead[]): Bead[] => beads.filter(([a, b]) => a + b > 0);

/** The rows with the next paragraph of a side, from the rows below, taken into this one. */
export function takeNext(beads: readonly Bead[], row: number, side: Side): readonly Bead[] {
  const from = beads.findIndex((bead, at) => at > row && bead[side] > 0);
  if (from < 0 || row < 0 || row >= beads.length) return beads;
  return withoutEmpty(
    beads.map((bead, at) =>
      at === row ? changed(bead, side, 1) : at === from ? changed(bead, side, -1) : bead,
    ),
  );
}

/** The rows with the last paragraph of a side of this one moved on to the next row, or to a new one. */
export function giveLast(beads: readonly Bead[], row: number, side: Side): readonly Bead[] {
  const held = beads[row];
  if (!held || held[side] === 0) return beads;
  // A row of its own below, where this one would be empty: nothing would change.
  if (held[0] + held[1] === 1 && row === beads.length - 1) return beads;
  const next: Bead = beads[row + 1] ?? [0, 0];
  return withoutEmpty([
    ...beads.slice(0, row),
    changed(held, side, -1),
    changed(next, side, 1),
    ...beads.slice(row + 2),
  ]);
}

/** The rows with this one cut into one of its first pair and one of the rest. */
export function splitRow(beads: readonly Bead[], row: number): readonly Bead[] {
  const held = beads[row];
  if (!held || held[0] + held[1] < 2) return beads;
  const first: Bead = [Math.min(1, held[0]), Math.min(1, held[1])];
  const rest: Bead = [held[0] - first[0], held[1] - first[1]];
  const cut: readonly Bead[] =
    rest[0] + rest[1] > 0
      ? [first, rest]
      : [
          [held[0], 0],
          [0, held[1]],
        ];
  return [...beads.slice(0, row), ...cut, ...beads.slice(row + 1)];
}
