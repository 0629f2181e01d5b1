import { pairedBrackets, plainLetters } from './arabic.ts';
import type { Line } from './lines.ts';

/** Parts of the size of the letters: so much more than usual between two lines parts paragraphs. */
const MORE_ROOM = 0.35;
/** … so far in, a line starts a paragraph. */
const INDENT = 0.7;
/** … so far from its column's end, a line is the last of a paragraph, if a sentence ends there. */
const SHORT = 0.12;
const OTHER_SIZE = 0.12;
/** … so far from it, a line is the last of a paragraph however it ends: a heading, a signature. */
const VERY_SHORT = 0.4;
/** Distance of lines, in sizes, from which on it may be that of paragraphs of one line. */
const WIDE_PITCH = 1.7;

const ENDS = /[.!?…؟۔:;][”’"'»)\]]*$/u;
const LISTED = /^(?:[•◦▪‣·–—-]|\(?\p{Nd}{1,3}[.)]|\(?\p{L}[.)])\s/u;
const GOES_ON = /^[\p{Ll}\p{Lo},;:)\]»”]/u;

/** A stretch of lines above each other that read as one column. */
type Column = { readonly start: number; readonly end: number; readonly pitch: number };

/** The usual distance of lines, of those that follow each other. */
function pitchOf(lines: readonly Line[]): number {
  const steps = lines.flatMap((line, at) => {
    const step = line.across - (lines[at - 1]?.across ?? Number.POSITIVE_INFINITY);
    return step > 0.5 * line.size && step < 2.6 * line.size ? [step / line.size] : [];
  });
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 1.3;
}

const isBelow = (line: Line, before: Line): boolean =>
  line.turn === before.turn &&
  line.across > before.across &&
  line.across - before.across < 4 * Math.max(line.size, before.size) &&
  line.start < before.end &&
  before.start < line.end;

/** The column each line stands in. */
function columnsOf(lines: readonly Line[], pitch: number): Column[] {
  const columns: Column[] = [];
  let from = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    const [line, before] = [lines[at], lines[at - 1]];
    if (line && before && isBelow(line, before)) continue;
    const held = lines.slice(from, at);
    const column = {
      start: Math.min(...held.map(({ start }) => start)),
      end: Math.max(...held.map(({ end }) => end)),
      pitch,
    };
    for (let count = from; count < at; count += 1) columns.push(column);
    from = at;
  }
  return columns;
}

/** How far from the edges of its column a line begins and ends, as it is read. */
function edgesOf(line: Line, { start, end }: Column): { readonly lead: number; readonly rest: number } {
  const [left, right] = [line.start - start, end - line.end];
  return line.rightToLeft ? { lead: right, rest: left } : { lead: left, rest: right };
}

const isShort = (line: Line, column: Column): boolean =>
  edgesOf(line, column).rest > SHORT * (column.end - column.start);

/** Whether a paragraph starts with this line. */
function starts(line: Line, column: Column, before: Line, columnBefore: Column): boolean {
  if (Math.abs(line.size - before.size) > OTHER_SIZE * before.size || line.turn !== before.turn) return true;
  if (LISTED.test(line.text)) return true;
  if (column !== columnBefore) {
    // Another column or page: a paragraph goes on there when its last line was full, or its sentence open.
    if (ENDS.test(before.text)) return isShort(before, columnBefore) || !GOES_ON.test(line.text);
    return isShort(before, columnBefore) && !GOES_ON.test(line.text);
  }
  if (line.across - before.across > (column.pitch + MORE_ROOM) * line.size) return true;
  if (column.pitch > WIDE_PITCH && ENDS.test(before.text)) return true;
  if (edgesOf(before, columnBefore).rest > VERY_SHORT * (columnBefore.end - columnBefore.start)) return true;
  const { lead } = edgesOf(line, column);
  if (lead > INDENT * line.size && lead - edgesOf(before, columnBefore).lead > INDENT * line.size) {
    return ENDS.test(before.text) || isShort(before, columnBefore);
  }
  return ENDS.test(before.text) && isShort(before, columnBefore);
}

/** A paragraph in the making: its text, and where in it each page that starts in it begins. */
export type Piece = { readonly text: string; readonly page: number };

const HYPHENATED = /(\p{Ll}+)[-\u2010]$/u;
const WORD_ON = /^\p{Ll}+/u;

/**
 * What is left of a line, and what stands between it and the next one of its paragraph. A hyphen at its
 * end goes when it parts a word for the line alone: not when `words` knows the word with it, as it
 * stands elsewhere.
 */
export function joined(before: string, next: string, words: ReadonlySet<string>): readonly [string, string] {
  const head = HYPHENATED.exec(before)?.[1];
  const tail = WORD_ON.exec(next)?.[0];
  if (head === undefined || tail === undefined) return [before, /[-\u2010/]$/.test(before) ? '' : ' '];
  const keeps = words.has(`${head}-${tail}`) && !words.has(head + tail);
  return [keeps ? before : before.slice(0, -1), ''];
}

/** The words of lines as they stand, without those that a line's end may have parted. */
export function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    const whole = text.replace(/[\p{L}-]+[-\u2010]$/u, '').replace(/^[\p{Ll}-]+(?=\W|$)/u, '');
    for (const [word] of whole.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu))
      words.add(word.replaceAll('\u2010', '-'));
  }
  return words;
}

/** The lines of all pages as one text, paragraphs with an empty line between, and where each page starts. */
export function textOf(pages: readonly (readonly Line[])[]): {
  readonly text: string;
  readonly pages: readonly number[];
} {
  const lines = pages.flatMap((held, page) => held.map((line) => ({ line, page })));
  const words = wordsOf(lines.map(({ line }) => line));
  const columns = pages.flatMap((held) => columnsOf(held, pitchOf(held)));
  const paragraphs: { pieces: Piece[]; rightToLeft: number }[] = [];
  for (const [at, { line, page }] of lines.entries()) {
    const [before, column, columnBefore] = [lines[at - 1], columns[at], columns[at - 1]];
    const last = paragraphs.at(-1);
    const fresh =
      !last || !before || !column || !columnBefore || starts(line, column, before.line, columnBefore);
    if (fresh) {
      paragraphs.push({ pieces: [{ text: line.text, page }], rightToLeft: line.rightToLeft ? 1 : -1 });
      continue;
    }
    const piece = last.pieces.at(-1);
    const [kept, between] = joined(piece?.text ?? '', line.text, words);
    last.pieces[last.pieces.length - 1] = { text: kept + between, page: piece?.page ?? page };
    last.pieces.push({ text: line.text, page });
    last.rightToLeft += line.rightToLeft ? 1 : -1;
  }
  return assembled(paragraphs, pages.length);
}

function assembled(
  paragraphs: readonly { readonly pieces: readonly Piece[]; readonly rightToLeft: number }[],
  count: number,
): { readonly text: string; readonly pages: readonly number[] } {
  let text = '';
  const starts: (number | undefined)[] = [];
  for (const { pieces, rightToLeft } of paragraphs) {
    if (text !== '') text += '\n\n';
    const plain = pieces.map((piece) => plainLetters(piece.text));
    // As long as before: a bracket is turned, never added.
    const whole = rightToLeft > 0 ? pairedBrackets(plain.join('')) : plain.join('');
    let from = 0;
    for (const [at, piece] of pieces.entries()) {
      starts[piece.page] ??= text.length + from;
      from += plain[at]?.length ?? 0;
    }
    text += whole;
  }
  return { text, pages: filled(starts, count, text.length) };
}

/** Pages without words start where the next one does. */
function filled(starts: readonly (number | undefined)[], count: number, length: number): number[] {
  const pages: number[] = [];
  let next = length;
  for (let page = count - 1; page >= 0; page -= 1) {
    next = Math.min(next, starts[page] ?? next);
    pages.unshift(page === 0 ? 0 : next);
  }
  return pages;
}
