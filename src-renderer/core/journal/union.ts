import type { Entry } from './entry.ts';
import { canonicalJson, hashBody } from './hash.ts';

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

/** Place of an entry among all chains. */
export const placeOf = ({ actor, seq }: { readonly actor: string; readonly seq: number }): string =>
  `${actor}/${seq}`;

/** The same entry held twice: where one copy withholds the body, the other's stands if it is the true one. */
function join(held: Entry, other: Entry): Entry {
  const { actor, seq, bodyHash } = held.header;
  if (canonicalJson(held.header) !== canonicalJson(other.header)) throw new ForkedChainError(actor, seq);
  if (held.body || !other.body || hashBody(other.body) !== bodyHash) return held;
  return other;
}

/**
 * The union of journals, by place. Throws {@link ForkedChainError} when two of them hold different
 * entries in one place.
 */
export function unionOf(...journals: readonly Iterable<Entry>[]): Map<string, Entry> {
  const union = new Map<string, Entry>();
  for (const journal of journals) {
    for (const entry of journal) {
      const place = placeOf(entry.header);
      const held = union.get(place);
      union.set(place, held && held !== entry ? join(held, entry) : entry);
    }
  }
  return union;
}
