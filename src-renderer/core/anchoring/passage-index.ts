import type { Anchor } from '../model/anchor.ts';

/** Anything that covers a stretch of a document. */
export type Covering = { readonly anchor: Pick<Anchor, 'documentId' | 'start' | 'end'> };

/** Stretches of one document by start (the wider first), with the furthest end of any up to each. */
type Sorted<P> = { readonly stretches: readonly P[]; readonly reach: readonly number[] };

/** Stretches by document, ready for {@link innermostAt}. */
export type PassageIndex<P extends Covering> = ReadonlyMap<string, Sorted<P>>;

/** Index of passages (of one or of several documents); build it once, ask it for many claims. */
export function indexPassages<P extends Covering>(passages: Iterable<P>): PassageIndex<P> {
  const byDocument = new Map<string, P[]>();
  for (const passage of passages) {
    const held = byDocument.get(passage.anchor.documentId);
    if (held) held.push(passage);
    else byDocument.set(passage.anchor.documentId, [passage]);
  }
  return new Map([...byDocument].map(([documentId, held]) => [documentId, sort(held)]));
}

function sort<P extends Covering>(held: readonly P[]): Sorted<P> {
  const stretches = [...held].sort(({ anchor: a }, { anchor: b }) => a.start - b.start || b.end - a.end);
  let furthest = 0;
  const reach = stretches.map(({ anchor }) => {
    furthest = Math.max(furthest, anchor.end);
    return furthest;
  });
  return { stretches, reach };
}

/** How many of the stretches start at or before `offset`. */
function startedBy<P extends Covering>(stretches: readonly P[], offset: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.anchor.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The innermost stretch around the character at `start`: of several, the one that starts last, of
 * those the narrowest. Null when none is around it.
 */
export function innermostAt<P extends Covering>(
  index: PassageIndex<P>,
  { documentId, start }: Pick<Anchor, 'documentId' | 'start'>,
): P | null {
  const sorted = index.get(documentId);
  if (!sorted) return null;
  const { stretches, reach } = sorted;
  for (let at = startedBy(stretches, start) - 1; at >= 0 && (reach[at] ?? 0) > start; at -= 1) {
    const stretch = stretches[at];
    if (stretch && stretch.anchor.end > start) return stretch;
  }
  return null;
}
