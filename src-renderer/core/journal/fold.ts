import type { Entry } from './entry.ts';
import type { FoldedItem, Head, Stamp, Write } from './folded.ts';
import { itemKey } from './item-key.ts';
import { type Restatements, restatementsIn } from './restatements.ts';
import { isKnown, type Known, type Mark, standingOf } from './standing.ts';

export { itemKey };

const stamp = ({ counts: { actor, seq, at } }: Mark): Stamp => ({ actor, seq, at });

function foldItem(entries: readonly Known[], restatements: Restatements): FoldedItem | null {
  const [first] = entries;
  if (!first) return null;
  const standing = standingOf(entries, restatements);
  const fields: Record<string, readonly [Write, ...Write[]]> = {};
  for (const [field, marks] of standing.fields) {
    const [winner, ...others] = marks.map(
      (mark): Write => ({ ...stamp(mark), value: mark.entry.body.patch[field] ?? null }),
    );
    if (winner) fields[field] = [winner, ...others];
  }
  const heads = standing.heads.map(
    (mark): Head => ({ ...stamp(mark), deletes: mark.entry.body.op === 'delete' }),
  );
  return { entity: first.body.entity, id: first.body.entityId, fields, heads };
}

/** The entries whose body is known, by the {@link itemKey} of what they write. */
export function entriesByItem(entries: Iterable<Entry>): Map<string, Known[]> {
  const byItem = new Map<string, Known[]>();
  for (const entry of entries) {
    if (!isKnown(entry)) continue;
    const key = itemKey(entry.body.entity, entry.body.entityId);
    const held = byItem.get(key);
    if (held) held.push(entry);
    else byItem.set(key, [entry]);
  }
  return byItem;
}

/** {@link fold} of some items' entries, where the whole journal says what was said again. */
export function foldItems(entries: Iterable<Entry>, restatements: Restatements): Map<string, FoldedItem> {
  const items = new Map<string, FoldedItem>();
  for (const [key, known] of entriesByItem(entries)) {
    const item = foldItem(known, restatements);
    if (item) items.set(key, item);
  }
  return items;
}

/**
 * The state a set of entries stands for, by {@link itemKey}: field by field, causally later wins;
 * concurrent writes all stand, the winner first (DESIGN 3). Neither the order of the input matters
 * nor that an entry comes twice; entries whose body is withheld or purged say nothing, and what
 * says again what a purged one said counts in its place. Deleted items stay in the result.
 */
export function fold(entries: Iterable<Entry>): Map<string, FoldedItem> {
  const all = [...entries];
  return foldItems(all, restatementsIn(all));
}
