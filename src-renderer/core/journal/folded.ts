import type { EntityName } from '../model/entities.ts';
import type { Json } from '../model/json.ts';
import type { Header } from './entry.ts';

/** Which entry wrote something. */
export type Stamp = { readonly actor: string; readonly seq: number; readonly at: string };

/** One value of a field and who wrote it. */
export type Write = Stamp & { readonly value: Json };

/** An entry of an item that no later entry of that item has seen. */
export type Head = Stamp & { readonly deletes: boolean };

/**
 * One item as the fold leaves it. Each field holds the writes that no other write of that field
 * has seen, the winner first (latest `at`, then actor, then seq); more than one means that they
 * are concurrent. This is also the row that is stored.
 */
export type FoldedItem = {
  readonly entity: EntityName;
  readonly id: string;
  readonly fields: { readonly [field: string]: readonly [Write, ...Write[]] };
  readonly heads: readonly Head[];
};

/** Deleted: every head deletes. Delete against a concurrent update keeps the item. */
export const isDeleted = (item: FoldedItem): boolean => item.heads.every((head) => head.deletes);

/** Somebody deleted it while somebody else changed it: it stays, flagged. */
export const hasDeleteConflict = (item: FoldedItem): boolean =>
  item.heads.some((head) => head.deletes) && item.heads.some((head) => !head.deletes);

/**
 * Whether the author of `later` had seen `earlier` (causal order, DESIGN 3). Of one actor the later
 * entry always has.
 */
export const hasSeen = (
  later: Pick<Header, 'actor' | 'seq' | 'seen'>,
  earlier: { readonly actor: string; readonly seq: number },
): boolean =>
  later.actor === earlier.actor ? later.seq > earlier.seq : (later.seen[earlier.actor] ?? 0) >= earlier.seq;

/** Order in which the later of two concurrent writes wins: (at, actor, seq). */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.actor !== b.actor) return a.actor < b.actor ? -1 : 1;
  return a.seq - b.seq;
}
