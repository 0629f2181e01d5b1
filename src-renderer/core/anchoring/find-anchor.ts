import type { Anchor } from '../model/anchor.ts';
import { anchorFits, makeAnchor } from './make-anchor.ts';

/** Where an anchor stands in a text; `moved` is what a person has to see before it is taken over. */
export type Found =
  | { readonly kind: 'fits'; readonly anchor: Anchor }
  | { readonly kind: 'moved'; readonly anchor: Anchor }
  /** The words are gone, or stand in several places that nothing tells apart. */
  | { readonly kind: 'no longer fits' };

/** Where these words stand in the text, overlapping places included; at most `limit`. */
function placesOf(words: string, text: string, limit: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && places.length < limit; at = text.indexOf(words, at + 1)) {
    places.push(at);
  }
  return places;
}

/**
 * Checks an anchor against a text. Where its words do not stand as it says, it is found again only
 * if the words with both their surroundings stand in exactly one place. Nothing is ever matched
 * roughly: an anchor that lands on a lookalike is worse than one that says it no longer fits.
 */
export function findAnchor(anchor: Anchor, text: string): Found {
  if (anchorFits(anchor, text)) return { kind: 'fits', anchor };
  const { documentId, prefix, exact, suffix } = anchor;
  if (exact === '') return { kind: 'no longer fits' };
  const [place, other] = placesOf(prefix + exact + suffix, text, 2);
  if (place === undefined || other !== undefined) return { kind: 'no longer fits' };
  const start = place + prefix.length;
  return { kind: 'moved', anchor: makeAnchor(documentId, text, start, start + exact.length) };
}
