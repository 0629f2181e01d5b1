import type { Change, Entry } from '../journal/entry.ts';
import { entriesByItem, itemKey } from '../journal/fold.ts';
import { placeOf } from '../journal/place.ts';
import { restatementsIn } from '../journal/restatements.ts';
import { isKnown, type Known } from '../journal/standing.ts';
import type { CaseState } from '../model/case-state.ts';
import type { PurgeTarget } from '../model/purge.ts';
import type { Refusal } from '../ports/command.ts';
import { blobIn } from './destroyed.ts';
import { purgeChanges } from './purge-change.ts';
import { type ByItem, scopeOf, type ToPurge } from './purge-scope.ts';
import { restate } from './restate.ts';
import type { ItemRef } from './state-after.ts';
import { type WordPlace, wordPlaces } from './still-there.ts';

/** What a purge does, before it is done. Nothing in here is to be kept: it names what must go. */
export type PurgePlan = {
  /** To be appended in this order as one action, and then absorbed (`writeAndAbsorb`). */
  readonly changes: readonly Change[];
  /** How many entries lose their content. */
  readonly entries: number;
  /** Items that will be gone; of claims, documents and evidence their reference stays taken. */
  readonly gone: readonly ItemRef[];
  /** SHA-256 of files that nothing else names. */
  readonly blobs: readonly string[];
  /** The words looked for: every name of the person, or the value itself. */
  readonly words: readonly string[];
  /** Where these words still stand: purge those values too, or rewrite them. */
  readonly stillThere: readonly WordPlace[];
};

/** The entries that write what is purged. */
const writersOf = (byItem: ByItem, targets: readonly PurgeTarget[]): Map<string, Known> =>
  new Map(
    targets
      .flatMap(([entity, id, field]) =>
        (byItem.get(itemKey(entity, id)) ?? []).filter(
          ({ body }) => field === null || Object.hasOwn(body.patch, field),
        ),
      )
      .map((entry) => [placeOf(entry.header), entry]),
  );

/**
 * Plans a purge: every body that ever wrote the value, the item, or the person goes, undo entries
 * too; what they had written besides is said again first, so that nothing else changes.
 * Refused: `not-found`, `not-purgeable` (the case, its writers, purges, references), `not-settled`
 * (earlier findings only, while several stand).
 */
export function planPurge(
  journal: readonly Entry[],
  state: CaseState,
  asked: ToPurge,
  newId: () => string,
): PurgePlan | Refusal {
  const byItem = entriesByItem(journal);
  const scope = scopeOf(byItem, state, asked);
  if ('refused' in scope) return scope;
  const { what, targets, gone, words } = scope;
  const going = writersOf(byItem, targets);
  const purged = new Set(targets.map(([entity, id, field]) => `${itemKey(entity, id)}/${field ?? ''}`));
  const goes = ({ header }: Pick<Entry, 'header'>) => going.has(placeOf(header));
  const keys = new Set(targets.map(([entity, id]) => itemKey(entity, id)));
  const again = restate(
    [...keys].flatMap((key) => byItem.get(key) ?? []),
    restatementsIn(journal),
    {
      goes,
      isPurged: ({ body: { entity, entityId } }, field) =>
        purged.has(`${itemKey(entity, entityId)}/`) ||
        (field !== null && purged.has(`${itemKey(entity, entityId)}/${field}`)),
    },
  );
  const left = journal.filter(isKnown).filter((entry) => !goes(entry));
  const kept = new Set(
    [...left, ...again.map(({ change }) => ({ body: { ...change, salt: '' } }))].map(blobIn),
  );
  const blobs = [...going.values()].map(blobIn).filter((blob) => blob !== null && !kept.has(blob));
  const said = [...scope.before, ...again.map(({ change }) => change), ...scope.after];
  const searched = [
    ...left.map(({ header, body }) => ({
      item: { entity: body.entity, id: body.entityId },
      patch: body.patch,
      by: header,
    })),
    ...said.map(({ entity, entityId, patch }) => ({ item: { entity, id: entityId }, patch, by: null })),
  ];
  return {
    changes: [
      ...scope.before,
      ...purgeChanges({ newId, what, goes: [...going.values()], targets, again }),
      ...scope.after,
    ],
    entries: going.size,
    gone,
    blobs: [...new Set(blobs)].filter((blob) => blob !== null),
    words,
    stillThere: wordPlaces(searched, words, state),
  };
}
