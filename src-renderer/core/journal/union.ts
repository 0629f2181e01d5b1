import type { Entry, Header } from './entry.ts';
import { hashBody } from './hash.ts';
import { placeOf } from './place.ts';
import { isErased, isPurge, type Purges, purgesIn } from './purges.ts';

/** Two entries that claim the same place in one actor's chain: that chain was continued twice. */
export class ForkedChainError extends Error {
  readonly actor: string;
  readonly seq: number;
  constructor(actor: string, seq: number) {
    super(`Two different entries stand at ${seq} in the chain of ${actor}.`);
    this.name = 'ForkedChainError';
    this.actor = actor;
    this.seq = seq;
  }
}

function sameSeen(a: Header['seen'], b: Header['seen']): boolean {
  if (a === b) return true;
  const actors = Object.keys(a);
  return actors.length === Object.keys(b).length && actors.every((actor) => a[actor] === b[actor]);
}

const sameHeader = (a: Header, b: Header): boolean =>
  a === b ||
  (a.bodyHash === b.bodyHash &&
    a.prev === b.prev &&
    a.id === b.id &&
    a.at === b.at &&
    a.batch === b.batch &&
    a.actor === b.actor &&
    a.seq === b.seq &&
    sameSeen(a.seen, b.seen));

/** The same entry held twice: where one copy withholds the body, the other's stands if it is the true one. */
function join(held: Entry, other: Entry): Entry {
  const { actor, seq, bodyHash } = held.header;
  if (!sameHeader(held.header, other.header)) throw new ForkedChainError(actor, seq);
  if (held.body || !other.body || hashBody(other.body) !== bodyHash) return held;
  return { header: held.header, body: other.body };
}

/** The journals' purges; one that its own header does not vouch for erases nothing. */
export const purgesOf = (journals: readonly (readonly Entry[])[]): Purges =>
  purgesIn(
    ...journals.map((journal) =>
      journal.filter(
        (entry) => isPurge(entry) && entry.body && hashBody(entry.body) === entry.header.bodyHash,
      ),
    ),
  );

/** The union of journals whose purges are known. */
export function unite(journals: readonly (readonly Entry[])[], purges: Purges): Map<string, Entry> {
  const union = new Map<string, Entry>();
  for (const journal of journals) {
    for (const entry of journal) {
      const place = placeOf(entry.header);
      const held = union.get(place);
      if (held === entry) continue;
      const kept = isErased(purges, entry) ? { header: entry.header, body: null } : entry;
      union.set(place, held ? join(held, kept) : kept);
    }
  }
  return union;
}

/**
 * The union of journals, by place, without the bodies that any of them purged: whichever copy still
 * holds them, in whatever order copies meet. Throws {@link ForkedChainError} when two of them hold
 * different entries in one place.
 */
export function unionOf(...journals: readonly Iterable<Entry>[]): Map<string, Entry> {
  const lists = journals.map((journal) => [...journal]);
  return unite(lists, purgesOf(lists));
}
