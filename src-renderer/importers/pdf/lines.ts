import type { Glyph, GlyphPage } from './glyph.ts';
import { inReadingOrder, readsRightToLeft } from './order.ts';

/** A line of a page as it is read. */
export type Line = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly across: number;
  readonly size: number;
  readonly turn: number;
  readonly rightToLeft: boolean;
  /** Letters were drawn from pieces, so that some may be read wrong. */
  readonly inPieces: boolean;
};

/** Parts of the font's size: beyond it, glyphs stand on another line. */
const OTHER_LINE = 0.45;
/** … what comes later is drawn beside this line, and belongs to it. */
const BESIDE = 0.8;
/** … glyphs have a space between them. */
const SPACE = 0.18;
/** … they have one where a space is drawn between them. */
const DRAWN_SPACE = 0.05;
/** … they stand in another column of a table. */
const CELL = 2.2;

type Draft = { glyphs: Glyph[]; across: number; size: number; turn: number; start: number; end: number };

const draftOf = (glyph: Glyph): Draft => ({
  glyphs: [glyph],
  across: glyph.across,
  size: glyph.size,
  turn: glyph.turn,
  start: glyph.along,
  end: glyph.along + glyph.width,
});

const sameLine = (line: Draft, glyph: Glyph): boolean =>
  line.turn === glyph.turn &&
  Math.abs(line.across - glyph.across) < OTHER_LINE * Math.max(line.size, glyph.size);

const isBeside = (line: Draft, { along, width, size }: Glyph): boolean =>
  along - line.end < BESIDE * size && line.start - (along + width) < BESIDE * size;

function add(line: Draft, glyph: Glyph): void {
  line.glyphs.push(glyph);
  line.start = Math.min(line.start, glyph.along);
  line.end = Math.max(line.end, glyph.along + glyph.width);
  // A raised figure does not raise its line.
  if (glyph.size > line.size) {
    line.size = glyph.size;
    line.across = glyph.across;
  }
}

/** Most lines back in which the place of a glyph is looked for that is drawn out of turn. */
const LOOK_BACK = 200;

function draftsOf(glyphs: readonly Glyph[]): Draft[] {
  const drafts: Draft[] = [];
  let current: Draft | null = null;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '' && !current) continue;
    if (current && sameLine(current, glyph)) {
      add(current, glyph);
      continue;
    }
    if (glyph.text.trim() === '') continue;
    const held: Draft | undefined = drafts
      .slice(-LOOK_BACK)
      .find((line) => sameLine(line, glyph) && isBeside(line, glyph));
    if (held) add(held, glyph);
    else drafts.push(draftOf(glyph));
    current = held ?? drafts.at(-1) ?? null;
  }
  return drafts;
}

const MARK = /^\p{M}+$/u;
/** Without a width of its own: a sign over or under another. */
const isOver = ({ text, width, size }: Glyph): boolean => width < 0.01 * size && /\p{L}/u.test(text);

/**
 * The glyphs without the pieces that some fonts draw letters from (a letter's dots apart from its
 * body): what stands within another letter is none of its own.
 */
function withoutPieces(glyphs: readonly Glyph[]): Glyph[] {
  const over = glyphs.filter(isOver);
  if (over.length === 0) return [...glyphs];
  const letters = glyphs.filter((glyph) => !isOver(glyph) && /\p{L}/u.test(glyph.text));
  const isWithin = ({ along }: Glyph): boolean =>
    letters.some((letter) => letter.along < along && along < letter.along + letter.width);
  return glyphs.filter((glyph) => !isOver(glyph) || !isWithin(glyph));
}

/** A glyph with the marks over and under it. */
type Cluster = { text: string; readonly start: number; readonly end: number };

const isBlank = (glyph: Glyph | undefined): boolean => !glyph || glyph.text.trim() === '';

/**
 * The letter a mark belongs to, and the side on which the mark is drawn. Marks follow their letter;
 * where letters from right to left are drawn from the left on, they come before it.
 */
function letterOf(glyphs: readonly Glyph[], at: number): Glyph | undefined {
  const before = glyphs.slice(0, at).findLast(({ text }) => !MARK.test(text));
  const after = glyphs.slice(at + 1).find(({ text }) => !MARK.test(text));
  if (isBlank(before) || isBlank(after)) return isBlank(before) ? after : before;
  const rightToLeft = readsRightToLeft([before?.text ?? '', after?.text ?? '']);
  return rightToLeft && (before?.along ?? 0) < (after?.along ?? 0) ? after : before;
}

/** The marks of each letter in the order they are read. */
function marksOf(glyphs: readonly Glyph[]): ReadonlyMap<Glyph, string> {
  const marks = new Map<Glyph, string>();
  for (const [at, { text }] of glyphs.entries()) {
    if (!MARK.test(text)) continue;
    const letter = letterOf(glyphs, at);
    if (!letter) continue;
    const held = marks.get(letter) ?? '';
    marks.set(letter, glyphs.indexOf(letter) > at ? text + held : held + text);
  }
  return marks;
}

/** The line's glyphs from left to right, drawn twice (for a bold look) once, marks with their letters. */
function clustersOf(glyphs: readonly Glyph[], size: number): Cluster[] {
  const marks = marksOf(glyphs);
  const clusters: Cluster[] = [];
  const letters = glyphs.filter(({ text }) => !MARK.test(text));
  for (const glyph of letters.sort((a, b) => a.along - b.along)) {
    const { along, width } = glyph;
    const text = glyph.text + (marks.get(glyph) ?? '');
    const last = clusters.at(-1);
    const twice = last?.text === text && Math.abs(last.start - along) < 0.08 * size && width > 0;
    if (!twice) clusters.push({ text, start: along, end: along + width });
  }
  return clusters;
}

/** With one space where any is drawn, or room is left for one. */
function spaced(clusters: readonly Cluster[], size: number): Cluster[] {
  const all: Cluster[] = [];
  let end: number | null = null;
  let drawn = false;
  for (const cluster of clusters) {
    if (cluster.text === '') {
      // Part of the letter before: its characters are those of the first of its glyphs.
      if (end !== null) end = Math.max(end, cluster.end);
      continue;
    }
    if (cluster.text.trim() === '') {
      drawn = true;
      continue;
    }
    const gap = end === null ? 0 : cluster.start - end;
    if (end !== null && gap > (drawn ? DRAWN_SPACE : SPACE) * size) {
      all.push({ text: gap > CELL * size ? '\t' : ' ', start: end, end: cluster.start });
    }
    all.push(cluster);
    end = cluster.end;
    drawn = false;
  }
  return all;
}

function lineOf({ glyphs, across, size, turn, start, end }: Draft, page: boolean): Line | null {
  const whole = withoutPieces(glyphs);
  const clusters = clustersOf(whole, size);
  const pieces = spaced(clusters, size);
  const rightToLeft = readsRightToLeft(
    pieces.map((piece) => piece.text),
    page,
  );
  const text = inReadingOrder(pieces, (piece) => piece.text, rightToLeft)
    .map((piece) => piece.text)
    .join('')
    // A hyphen and a soft one look the same, and many a font has one name for both.
    .replaceAll('\u00ad', '-')
    .trim();
  const inPieces = whole.length < glyphs.length;
  return text === '' ? null : { text, start, end, across, size, turn, rightToLeft, inPieces };
}

/** The lines of a page in the order in which they are drawn. */
export function linesOf({ glyphs }: GlyphPage): Line[] {
  const page = readsRightToLeft(glyphs.map(({ text }) => text));
  return draftsOf(glyphs).flatMap((draft) => lineOf(draft, page) ?? []);
}
