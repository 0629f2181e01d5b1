import { findNeedles, type Found, type Needle } from './find.ts';

/** Words of a text that something else stands in for. */
export type Cut = Found & {
  /** What stands there now. */
  readonly as: string;
};

export type RedactedText = {
  readonly text: string;
  /** In the order of the text, not overlapping; offsets into the text as it was. */
  readonly cuts: readonly Cut[];
};

/** What to say in place of a hit; `words` are the words found. */
export type Say = (hit: Found, words: string) => string;

/** Rounds after which a text is given up: the words put in keep making new hits. */
const MOST_ROUNDS = 4;

function apply(text: string, cuts: readonly Cut[]): string {
  let [said, from] = ['', 0];
  for (const { start, end, as } of cuts) {
    said += text.slice(from, start) + as;
    from = end;
  }
  return said + text.slice(from);
}

/** Where an offset of the text stands in what became of it; inside a cut, at that cut's `side`. */
export function movedOffset(cuts: readonly Cut[], offset: number, side: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, as } of cuts) {
    if (offset <= start) break;
    if (offset < end) return start + shift + (side === 'end' ? as.length : 0);
    shift += as.length - (end - start);
  }
  return offset + shift;
}

/** Where an offset of the new text came from. */
function origin(cuts: readonly Cut[], offset: number, side: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, as } of cuts) {
    if (offset <= start + shift) break;
    if (offset < start + shift + as.length) return side === 'start' ? start : end;
    shift += as.length - (end - start);
  }
  return offset - shift;
}

/** The cuts and a stretch that has to go as well, whatever it touches being one cut with it. */
function joined(cuts: readonly Cut[], hit: Found, as: string): Cut[] {
  const touched = cuts.filter(({ start, end }) => start < hit.end && hit.start < end);
  const start = Math.min(hit.start, ...touched.map((cut) => cut.start));
  const end = Math.max(hit.end, ...touched.map((cut) => cut.end));
  const rest = cuts.filter((cut) => !touched.includes(cut));
  return [...rest, { start, end, as, itemId: hit.itemId }].sort((a, b) => a.start - b.start);
}

const LINK = /[a-z][a-z0-9+.-]*:\/\/[^\s"“”«»<>()[\]]+/giu;

/** Hits within web addresses take the whole address: what is left of it would lead to the person. */
function wholeLinks(text: string, hits: readonly Found[]): readonly Found[] {
  if (hits.length === 0 || !text.includes('://')) return hits;
  const links = [...text.matchAll(LINK)].map(({ index, 0: link }) => ({
    start: index,
    end: index + link.replace(/[.,;:!?]+$/u, '').length,
  }));
  const widened: Found[] = [];
  for (const hit of hits) {
    const link = links.find(({ start, end }) => start < hit.end && hit.start < end);
    const wide = link
      ? { ...hit, start: Math.min(hit.start, link.start), end: Math.max(hit.end, link.end) }
      : hit;
    // Two names in one address are one cut.
    if ((widened.at(-1)?.end ?? 0) <= wide.start) widened.push(wide);
  }
  return widened;
}

/**
 * A text without its protected spellings, and what was cut. What is put in may make new ones with
 * the words beside it: they go as well, and a text that cannot be freed of them is withheld whole.
 * `withheld` is the mark for that.
 */
export function redactText(
  text: string,
  needles: readonly Needle[],
  say: Say,
  withheld: string,
): RedactedText {
  const hits = wholeLinks(text, findNeedles(text, needles));
  if (hits.length === 0) return { text, cuts: [] };
  let cuts: Cut[] = hits.map((hit) => ({ ...hit, as: say(hit, text.slice(hit.start, hit.end)) }));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const said = apply(text, cuts);
    const left = findNeedles(said, needles);
    if (left.length === 0) return { text: said, cuts };
    for (const hit of left) {
      const start = origin(cuts, hit.start, 'start');
      const end = origin(cuts, hit.end, 'end');
      cuts = joined(cuts, { start, end, itemId: hit.itemId }, withheld);
    }
  }
  const whole = { start: 0, end: text.length, itemId: hits[0]?.itemId ?? '', as: withheld };
  return { text: withheld, cuts: [whole] };
}
