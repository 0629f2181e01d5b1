import { foldText } from './fold.ts';

/** A folded text and, for each of its UTF-16 units, where in the text it came from. */
export type FoldedText = {
  /** Equal to `foldText(text)`. */
  readonly folded: string;
  /** One more than `folded` has units: the last is the text's length. */
  readonly offsets: readonly number[];
};

/** Folds a text for search and keeps the way back to its own offsets. */
export function foldWithOffsets(text: string): FoldedText {
  const offsets: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const piece = foldText(character);
    for (let unit = 0; unit < piece.length; unit += 1) offsets.push(at);
    folded += piece;
    at += character.length;
  }
  offsets.push(text.length);
  return { folded, offsets };
}

/**
 * Where a search finds its words in a text, as offsets of the text itself; vowel signs and other
 * marks that the search passes over belong to the letter before them.
 */
export function findFolded(text: FoldedText, words: string): { start: number; end: number }[] {
  const wanted = foldText(words);
  const found: { start: number; end: number }[] = [];
  if (wanted === '') return found;
  const { folded, offsets } = text;
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = offsets[at] ?? 0;
    const last = offsets[at + wanted.length - 1] ?? start;
    // One letter may fold to two (ß → ss): the stretch ends where the next letter begins.
    let next = at + wanted.length;
    while ((offsets[next] ?? Number.POSITIVE_INFINITY) <= last) next += 1;
    found.push({ start, end: offsets[next] ?? last + 1 });
  }
  return found;
}
