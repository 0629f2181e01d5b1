import type { Absorbed } from '../journal/absorb.ts';
import type { FoldedItem, Stamp } from '../journal/folded.ts';
import { placeOf } from '../journal/place.ts';
import { restatementsIn } from '../journal/restatements.ts';
import { isKnown, type Known } from '../journal/standing.ts';

/** What a merge brought that says something new. */
export type Incoming = {
  /** Entries with a body, but for purges, redactions and what only says again what was said. */
  readonly entries: readonly Known[];
  /** Whether what bears this stamp came in with the merge. */
  has(stamp: Pick<Stamp, 'actor' | 'seq'>): boolean;
  /** The items it touched, as they are folded now. */
  readonly changed: readonly FoldedItem[];
};

/** Tells what came from what was here. */
export function incomingOf({ added, changed, journal }: Absorbed): Incoming {
  const again = restatementsIn(journal);
  const entries = added
    .filter(isKnown)
    .filter(
      ({ header, body }) =>
        body.entity !== 'purge' && body.entity !== 'redaction' && !again.has(placeOf(header)),
    );
  // What was said again counts in the erased one's place, which came in when its header did.
  const places = new Set(added.map(({ header }) => placeOf(header)));
  return { entries, changed, has: (stamp) => places.has(placeOf(stamp)) };
}
