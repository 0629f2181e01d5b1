import type { Tip } from './append.ts';
import type { Entry, Seen } from './entry.ts';
import { foldItems, itemKey } from './fold.ts';
import type { FoldedItem } from './folded.ts';
import { placeOf } from './place.ts';
import { isErased, type Purges } from './purges.ts';
import { restates, type Restatements, restatementsIn } from './restatements.ts';
import { isKnown, type Known } from './standing.ts';
import { purgesOf, unite } from './union.ts';

/** What becomes of a copy of a case that takes in another copy's entries. */
export type Absorbed = {
  /** Entries that were not held, or whose body was not; those purged come without a body. */
  readonly added: readonly Entry[];
  /** Entries whose body was held and must be erased: they come without it. */
  readonly erased: readonly Entry[];
  /** Bodies that a purge kept out or took away, whichever copy held them. Never to be stored. */
  readonly dropped: readonly Known[];
  /** The items that any of these write, as the fold of the whole leaves them. */
  readonly changed: readonly FoldedItem[];
  /** Keys (`itemKey`) of items that were held and of which nothing is known any more. */
  readonly removed: readonly string[];
  /** The whole journal after it. */
  readonly journal: readonly Entry[];
  readonly tip: Tip;
};

/**
 * The incoming journal goes on where this copy's own chain ends: this copy is an older state of one
 * that wrote on. It must continue under a fresh actor id (`underActor`) before it takes anything in.
 */
export class OwnChainAheadError extends Error {
  constructor(actor: string, seq: number) {
    super(
      `The incoming journal holds entry ${seq} of ${actor}, this copy's own actor, which this copy lacks.`,
    );
    this.name = 'OwnChainAheadError';
  }
}

/** The tip for going on under another actor id: a restored copy never continues the old chain. */
export const underActor = (tip: Tip, actor: string): Tip => ({ ...tip, actor, prev: null });

function laterTip(tip: Tip, added: readonly Entry[]): Tip {
  const seen: Record<string, number> = { ...tip.seen };
  let { at } = tip;
  for (const { header } of added) {
    const held = seen[header.actor] ?? 0;
    if (header.actor === tip.actor && header.seq > held) throw new OwnChainAheadError(tip.actor, header.seq);
    if (header.seq > held) seen[header.actor] = header.seq;
    if (at === null || header.at > at) at = header.at;
  }
  const all: Seen = seen;
  return { ...tip, seen: all, at };
}

const keyOf = ({ body }: Known): string => itemKey(body.entity, body.entityId);

/** Keys of the items that entries write; a purge or redaction also moves what stands in other entries' places. */
function touchedBy(
  entries: readonly Known[],
  union: ReadonlyMap<string, Entry>,
  restatements: Restatements,
): Set<string> {
  const touched = new Set(entries.map(keyOf));
  if (!entries.some(restates)) return touched;
  for (const place of restatements.keys()) {
    const restating = union.get(place);
    if (restating && isKnown(restating)) touched.add(keyOf(restating));
  }
  return touched;
}

/** What differs between a journal and its union with others. */
function compare(before: ReadonlyMap<string, Entry>, union: ReadonlyMap<string, Entry>) {
  const [added, erased]: [Entry[], Entry[]] = [[], []];
  for (const [place, entry] of union) {
    const held = before.get(place);
    if (held === entry) continue;
    if (!held || (!held.body && entry.body)) added.push(entry);
    else if (held.body && !entry.body) erased.push(entry);
  }
  return { added, erased };
}

/** The bodies that purges took away or kept out. */
function droppedFrom(journals: readonly (readonly Entry[])[], purges: Purges): Known[] {
  const dropped = new Map<string, Known>();
  for (const journal of journals) {
    for (const entry of journal) {
      if (isErased(purges, entry) && isKnown(entry)) dropped.set(placeOf(entry.header), entry);
    }
  }
  return [...dropped.values()];
}

/**
 * Takes in entries of other actors, whose chains must have been verified. The touched items are
 * folded anew from the whole journal: what was written at the same time elsewhere cannot simply be
 * put on top. Everyone who holds the same entries reaches the same rows, in whatever order they came.
 * Throws `ForkedChainError` when an actor's chain goes two ways, {@link OwnChainAheadError} when
 * this copy is an older state of itself.
 */
export function absorb(held: readonly Entry[], incoming: Iterable<Entry>, tip: Tip): Absorbed {
  const journals = [held, [...incoming]];
  const purges = purgesOf(journals);
  const union = unite(journals, purges);
  const before = new Map(held.map((entry) => [placeOf(entry.header), entry]));
  const { added, erased } = compare(before, union);
  const takenAway = erased.map(({ header }) => before.get(placeOf(header))).filter((e) => e !== undefined);
  const journal = [...union.values()];
  const restatements = restatementsIn(journal);
  const touched = touchedBy([...added, ...takenAway].filter(isKnown), union, restatements);
  const bearing = journal.filter((entry) => isKnown(entry) && touched.has(keyOf(entry)));
  const folded = foldItems(bearing, restatements);
  return {
    added,
    erased,
    dropped: droppedFrom(journals, purges),
    changed: [...folded.values()],
    removed: [...touched].filter((key) => !folded.has(key)),
    journal,
    tip: laterTip(tip, added),
  };
}
