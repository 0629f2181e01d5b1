import type { Entry } from '../journal/entry.ts';
import { itemKey } from '../journal/fold.ts';
import type { CaseState } from '../model/case-state.ts';
import { namedBy } from './destroyed.ts';
import { restsOn } from './rests-on.ts';
import type { ItemRef } from './state-after.ts';

/** A part of a case that leaves as a file of its own. */
export type Part = {
  /** Every entry of the case, in the order given; bodies of all that is not in the part withheld. */
  readonly entries: readonly Entry[];
  /** The items whose content leaves, for the person to see. */
  readonly items: readonly ItemRef[];
  /** Ids of the documents whose text goes along. */
  readonly documents: readonly string[];
  /** SHA-256 of the files that go along. */
  readonly blobs: readonly string[];
};

/** Always part of the part: what case it is, who wrote in it, and what must not come back. */
const ALWAYS: ReadonlySet<string> = new Set(['case', 'actor', 'purge', 'redaction']);

/**
 * Chosen claims with what they rest on, with the whole history of these items. The headers of
 * everything stay, so that the chains verify and the part merges back; claims that are gone are
 * left out.
 */
export function partOf(journal: readonly Entry[], state: CaseState, claimIds: Iterable<string>): Part {
  const items = restsOn(state, claimIds);
  const inPart = new Set(items.map(({ entity, id }) => itemKey(entity, id)));
  const leaves = ({ body }: Entry): boolean =>
    body !== null && (ALWAYS.has(body.entity) || inPart.has(itemKey(body.entity, body.entityId)));
  const entries = journal.map((entry) => (leaves(entry) ? entry : { header: entry.header, body: null }));
  const { blobs, documents } = namedBy(entries);
  return { entries, items, documents: [...documents], blobs: [...blobs] };
}
