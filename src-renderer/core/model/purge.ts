/** What a person asked to be purged: one value, a whole item, or a person and what points to them. */
export const PURGE_KINDS = ['value', 'item', 'person'] as const;
export type PurgeKind = (typeof PURGE_KINDS)[number];

/** Entries of one actor, by sequence number, both ends included. */
export type PlaceRange = readonly [actor: string, from: number, to: number];

/** A field of an item, or the whole item (null). */
export type PurgeTarget = readonly [entity: string, id: string, field: string | null];

/**
 * The entry `back` places before the purge entry, in the same chain, says again what the erased
 * entry at (actor, seq) had said besides: it counts in that one's place.
 */
export type Restated = readonly [actor: string, seq: number, back: number];

/**
 * What must not exist any more (DESIGN 3). Grow-only: a purge is never changed, deleted, withheld
 * or itself purged. No names and no words in it; and no hash of a file, which would prove that the
 * file was here (DESIGN 4).
 */
export type Purge = {
  readonly what: PurgeKind;
  /** The erased bodies that whoever purged held. */
  readonly places: readonly PlaceRange[];
  /** What was purged: whoever writes it without having seen the purge is erased as well. */
  readonly targets: readonly PurgeTarget[];
  readonly restated: readonly Restated[];
};
