import { contextAfter, contextBefore, makeAnchor } from '../anchoring/make-anchor.ts';
import { type Anchor, CONTEXT_LENGTH } from '../model/anchor.ts';
import type { TextIndex } from './gram-index.ts';

/** Two revisions of a text; the earlier one null when it is not held any more. */
export type Revisions = { readonly before: TextIndex | null; readonly now: TextIndex };

/** The words with all that the anchor says stands around them. */
const inContext = ({ prefix, exact, suffix }: Anchor): string => prefix + exact + suffix;

/** Whether the anchor says all there is to say of its surroundings, at the ends of the text too. */
function isWhole({ start, end, exact, prefix, suffix }: Anchor, text: string): boolean {
  return (
    text.slice(start, end) === exact &&
    prefix === contextBefore(text.slice(Math.max(0, start - CONTEXT_LENGTH), start)) &&
    suffix === contextAfter(text.slice(end, end + CONTEXT_LENGTH))
  );
}

/**
 * The anchor in a new revision of its text, where that is certain: its words with both their whole
 * surroundings stand in one place of each revision and in no other. Null for everything else: words
 * gone, changed, or standing in several places; a person looks at those. Nothing is matched roughly.
 */
export function reanchored(anchor: Anchor, documentId: string, { before, now }: Revisions): Anchor | null {
  if (anchor.exact.trim() === '' || !before || !isWhole(anchor, before.text)) return null;
  const words = inContext(anchor);
  if (before.placesOf(words, 2).length !== 1) return null;
  const [place, other] = now.placesOf(words, 2);
  if (place === undefined || other !== undefined) return null;
  const start = place + anchor.prefix.length;
  const moved = makeAnchor(documentId, now.text, start, start + anchor.exact.length);
  // At an end of the earlier text less stood around the words than may stand there now.
  return moved.prefix.endsWith(anchor.prefix) && moved.suffix.startsWith(anchor.suffix) ? moved : null;
}
