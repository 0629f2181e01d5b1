import type { Absorbed } from '../journal/absorb.ts';
import { placeOf } from '../journal/place.ts';
import { isNamed, isTargeted, placesIn, type Purges, targetsIn } from '../journal/purges.ts';
import { isKnown } from '../journal/standing.ts';
import { purgesOf } from '../journal/union.ts';
import { type CaseState, foldedOf } from '../model/case-state.ts';
import { PURGE_KINDS, type PurgeKind, type PurgeTarget } from '../model/purge.ts';
import { type SharedRef, sharedRefs } from './ambiguous-refs.ts';
import { incomingOf } from './incoming.ts';
import {
  type CombinedField,
  combinedFields,
  deleteConflicts,
  type FindingConflict,
  findingConflicts,
} from './review-conflicts.ts';
import { aliasOf, type PersonReview, reviewPeople } from './review-people.ts';
import type { ItemRef } from './state-after.ts';
import { type Searched, type WordPlace, wordPlaces, wordsOf } from './still-there.ts';

/** A purge that comes in. */
export type IncomingPurge = {
  readonly id: string;
  readonly actor: string;
  readonly alias: string;
  readonly what: PurgeKind;
  readonly targets: readonly PurgeTarget[];
  /** How many entries it names. */
  readonly entries: number;
};

/** Work that was erased since its author did not know of a purge of what they wrote. */
export type UnknowinglyErased = ItemRef & { readonly actor: string; readonly alias: string };

/** What a merge brings, for a person to look at. Nothing of it is older than the merge. */
export type MergeReview = {
  readonly people: readonly PersonReview[];
  readonly combined: readonly CombinedField[];
  readonly findings: readonly FindingConflict[];
  readonly deleteConflicts: readonly ItemRef[];
  readonly purges: readonly IncomingPurge[];
  /** Entries held here whose content the merge erases. */
  readonly erased: number;
  readonly unknowing: readonly UnknowinglyErased[];
  readonly sharedRefs: readonly SharedRef[];
  /** Where names and values that a purge kept out still stand in what came in, or in what was here. */
  readonly stillThere: readonly WordPlace[];
  /** Entries that came without their content, which is not purged. */
  readonly withheld: number;
};

function incomingPurges({ added }: Absorbed, after: CaseState): IncomingPurge[] {
  return added.filter(isKnown).flatMap(({ header: { actor }, body }) => {
    // What only follows up another purge has no targets of its own.
    if (body.entity !== 'purge' || targetsIn(body).length === 0) return [];
    const what = PURGE_KINDS.find((kind) => kind === body.patch['what']) ?? 'value';
    const entries = placesIn(body).reduce((sum, [, from, to]) => sum + to - from + 1, 0);
    return [
      { id: body.entityId, actor, alias: aliasOf(after, actor), what, targets: targetsIn(body), entries },
    ];
  });
}

function unknowinglyErased(absorbed: Absorbed, after: CaseState): UnknowinglyErased[] {
  const knowing = purgesOf([absorbed.journal.filter(({ body }) => body && targetsIn(body).length > 0)]);
  const news = new Set([...absorbed.added, ...absorbed.erased].map(({ header }) => placeOf(header)));
  return absorbed.dropped
    .filter(({ header }) => news.has(placeOf(header)) && !isNamed(knowing, header))
    .map(({ header: { actor }, body: { entity, entityId: id } }) => ({
      entity,
      id,
      actor,
      alias: aliasOf(after, actor),
    }));
}

function withheldIn({ added, dropped }: Absorbed, purges: Purges): number {
  const purged = new Set(dropped.map(({ header }) => placeOf(header)));
  const isWithheld = ({ header }: { header: (typeof added)[number]['header'] }) =>
    !isNamed(purges, header) && !purged.has(placeOf(header));
  return added.filter((entry) => !isKnown(entry) && isWithheld(entry)).length;
}

/**
 * Purged words elsewhere: in what came in; and in all there is, when this copy only now learns of
 * the purge.
 */
function purgedWords(
  { added, erased, dropped, journal }: Absorbed,
  purges: Purges,
  after: CaseState,
): WordPlace[] {
  const words = dropped.flatMap((entry) => {
    const { entity, patch } = entry.body;
    const whole = isTargeted(purges, entry, null);
    return Object.entries(patch)
      .filter(([field]) =>
        whole ? entity === 'party' && field === 'names' : isTargeted(purges, entry, field),
      )
      .flatMap(([field, value]) => wordsOf(field, value));
  });
  if (words.length === 0) return [];
  const searched = (erased.length > 0 ? journal : added).filter(isKnown).map(
    ({ header: by, body: { entity, entityId: id, patch } }): Searched => ({
      item: { entity, id },
      patch,
      by,
    }),
  );
  return wordPlaces(searched, words, after);
}

/** Looks at what `absorb` brought to a case that stood at `before` and stands at `after` now. */
export function reviewMerge(before: CaseState, absorbed: Absorbed, after: CaseState): MergeReview {
  const incoming = incomingOf(absorbed);
  const purges = purgesOf([absorbed.journal]);
  const isNew = ({ entity, id }: ItemRef) => foldedOf(before, entity, id) === null;
  return {
    people: reviewPeople(incoming, before, after),
    combined: combinedFields(incoming, after),
    findings: findingConflicts(incoming, after),
    deleteConflicts: deleteConflicts(incoming, before),
    purges: incomingPurges(absorbed, after),
    erased: absorbed.erased.length,
    unknowing: unknowinglyErased(absorbed, after),
    sharedRefs: sharedRefs(after).filter(({ items }) => items.some(isNew)),
    stillThere: purgedWords(absorbed, purges, after),
    withheld: withheldIn(absorbed, purges),
  };
}
