import type { Span } from '../anchoring/paragraphs.ts';

/** A paragraph, or a piece of one too long to be prose. */
export type Block = Span & {
  /** False for the second and later pieces of a cut paragraph. */
  readonly opens: boolean;
};

/** Longest block: what is done within one may take the square of its length and stays linear in the text. */
const LONGEST = 20_000;

const LINE = /[^\n]+/g;
const INK = /\S/;

function pieceEnd(shadow: string, from: number, end: number): number {
  if (end - from <= LONGEST) return end;
  const cut = from + LONGEST;
  const middle = from + LONGEST / 2;
  // In the piece alone: looked for in all of the text, a text without spaces would be read again for each piece.
  const space = shadow.slice(middle, cut + 1).lastIndexOf(' ');
  if (space > 0) return middle + space;
  const unit = shadow.charCodeAt(cut);
  // A cut between the halves of a character would break it.
  return unit >= 0xdc00 && unit <= 0xdfff ? cut - 1 : cut;
}

/** The blocks of a shadow text in order: its lines that hold anything, the longest of them in pieces. */
export function blocksOf(shadow: string): Block[] {
  const blocks: Block[] = [];
  for (const { index, 0: line } of shadow.matchAll(LINE)) {
    const ink = line.search(INK);
    if (ink === -1) continue;
    const end = index + line.trimEnd().length;
    for (let start = index + ink; start < end; ) {
      const stop = pieceEnd(shadow, start, end);
      blocks.push({ start, end: stop, opens: start === index + ink });
      start = stop;
    }
  }
  return blocks;
}
