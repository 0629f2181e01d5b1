import type { Entry } from './entry.ts';
import type { FoldedItem, Write } from './folded.ts';

/**
 * Applies an entry whose author had seen every earlier entry of this item (as the own new entries
 * always have): it replaces what it writes. Equals the fold of the longer journal.
 * `item` is null when the item is new. Returns `item` unchanged for a withheld body.
 */
export function applyOwn(item: FoldedItem | null, { header, body }: Entry): FoldedItem | null {
  if (!body) return item;
  const stamp = { actor: header.actor, seq: header.seq, at: header.at };
  const fields: Record<string, readonly [Write, ...Write[]]> = { ...item?.fields };
  for (const [field, value] of Object.entries(body.patch)) fields[field] = [{ ...stamp, value }];
  return {
    entity: body.entity,
    id: body.entityId,
    fields,
    heads: [{ ...stamp, deletes: body.op === 'delete' }],
  };
}
