import type { Json } from '../model/json.ts';
import type { Change, Patch } from './entry.ts';
import { type FoldedItem, isDeleted } from './folded.ts';

/**
 * The change that takes `change` back, given the item as it stood before it (null: it did not
 * exist). Undo appends this; nothing is ever removed from the journal.
 */
export function invert(change: Change, before: FoldedItem | null): Change {
  const { entity, entityId } = change;
  if (!before) return { entity, entityId, op: 'delete', patch: {} };
  const held: Record<string, Json> = {};
  for (const field of Object.keys(change.patch)) held[field] = before.fields[field]?.[0].value ?? null;
  const patch: Patch = held;
  return { entity, entityId, op: isDeleted(before) ? 'delete' : 'update', patch };
}
