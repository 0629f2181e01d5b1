import type { Tip } from './append.ts';
import type { Entry, Seen } from './entry.ts';
import { fold, itemKey } from './fold.ts';
import type { FoldedItem } from './folded.ts';
import { placeOf, unionOf } from './union.ts';

/** What a copy of a case gains from another copy's entries. */
export type Absorbed = {
  /** Entries that were not held, or whose body was not. */
  readonly added: readonly Entry[];
  /** The items those entries write, as the fold of the whole leaves them. */
  readonly changed: readonly FoldedItem[];
  readonly tip: Tip;
};

function laterTip(tip: Tip, added: readonly Entry[]): Tip {
  const seen: Record<string, number> = { ...tip.seen };
  let { at } = tip;
  for (const { header } of added) {
    seen[header.actor] = Math.max(seen[header.actor] ?? 0, header.seq);
    if (at === null || header.at > at) at = header.at;
  }
  const all: Seen = seen;
  return { ...tip, seen: all, at };
}

/**
 * Takes in entries of other actors, whose chains must have been verified. The touched items are
 * folded anew from the whole journal: what was written at the same time elsewhere cannot simply be
 * put on top. Everyone who holds the same entries reaches the same rows, in whatever order they came.
 * Throws `ForkedChainError` when an actor's chain goes two ways.
 */
export function absorb(held: readonly Entry[], incoming: Iterable<Entry>, tip: Tip): Absorbed {
  const before = unionOf(held);
  const union = unionOf(held, incoming);
  const added = [...union.values()].filter((entry) => before.get(placeOf(entry.header)) !== entry);
  const touched = new Set<string>();
  for (const { body } of added) if (body) touched.add(itemKey(body.entity, body.entityId));
  const bearing = [...union.values()].filter(
    ({ body }) => body !== null && touched.has(itemKey(body.entity, body.entityId)),
  );
  return { added, changed: [...fold(bearing).values()], tip: laterTip(tip, added) };
}
