import type { Anchor } from '../model/anchor.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { passagesOf } from './indexes.ts';
import { memoised } from './memo.ts';

/** Passages of a document by start, with the furthest end of any up to each. */
type Sorted = { readonly passages: readonly Item<'passage'>[]; readonly reach: readonly number[] };

const sorted = memoised((held: readonly Item<'passage'>[]): Sorted => {
  const passages = [...held].sort((a, b) => a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end);
  let furthest = 0;
  const reach = passages.map(({ anchor }) => {
    furthest = Math.max(furthest, anchor.end);
    return furthest;
  });
  return { passages, reach };
});

/** Index of the last passage that starts at or before `start`, -1 for none. */
function lastBefore(passages: readonly Item<'passage'>[], start: number): number {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.anchor.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Finds the passage the first character of an anchor stands in, null when there is none. */
export type PassageFinder = (anchor: Pick<Anchor, 'documentId' | 'start'>) => Item<'passage'> | null;

/**
 * The finder for a case; ask for it once when asking about many anchors. Merged work may leave
 * passages that overlap: then it finds the one that starts last, the narrower of two.
 */
export function passageFinder(state: Pick<CaseState, 'passage'>): PassageFinder {
  const documents = new Map<string, Sorted>();
  return ({ documentId, start }) => {
    const held = documents.get(documentId) ?? sorted(passagesOf(state, documentId));
    documents.set(documentId, held);
    const { passages, reach } = held;
    for (let at = lastBefore(passages, start); at >= 0 && (reach[at] ?? 0) > start; at -= 1) {
      const passage = passages[at];
      if (passage && passage.anchor.end > start) return passage;
    }
    return null;
  };
}

/** The passage a claim takes its ladder from; null when it has its own or stands in none. */
export function inheritedFrom(claim: Item<'claim'>, find: PassageFinder): Item<'passage'> | null {
  const [anchor] = claim.anchors;
  return claim.ladder === null && anchor ? find(anchor) : null;
}
