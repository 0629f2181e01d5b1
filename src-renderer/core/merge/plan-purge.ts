import type { Change, Entry } from '../journal/entry.ts';
import { entriesByItem, itemKey } from '../journal/fold.ts';
import { placeOf } from '../journal/place.ts';
import { restatementsIn } from '../journal/restatements.ts';
import { isKnown, type Known } from '../journal/standing.ts';
import { type CaseState, foldedOf } from '../model/case-state.ts';
import type { EntityName } from '../model/entities.ts';
import type { PurgeKind, PurgeTarget } from '../model/purge.ts';
import type { Refusal } from '../ports/command.ts';
import { blobIn } from './destroyed.ts';
import { goneWith, namesOf } from './gone-with.ts';
import { purgeChanges } from './purge-change.ts';
import { quotesFrom } from './quotes-from.ts';
import { restate } from './restate.ts';
import type { ItemRef } from './state-after.ts';
import { type WordPlace, wordPlaces } from './still-there.ts';
import { withoutReferences } from './without-references.ts';

/** What a person wants to exist no more. */
export type ToPurge =
  | { readonly kind: 'value'; readonly entity: EntityName; readonly id: string; readonly field: string }
  | { readonly kind: 'item'; readonly entity: EntityName; readonly id: string }
  | { readonly kind: 'person'; readonly partyId: string };

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

type Scope = {
  readonly what: PurgeKind;
  readonly targets: readonly PurgeTarget[];
  readonly gone: readonly ItemRef[];
  readonly words: readonly string[];
  /** Written before the purge, and after it (what would else be erased with it). */
  readonly before: readonly Change[];
  readonly after: readonly Change[];
};

type ByItem = ReadonlyMap<string, readonly Known[]>;

/** Never purged whole: the case, who writes in it, and purges. */
const KEPT: ReadonlySet<string> = new Set<EntityName>(['case', 'actor', 'purge']);

const LONG_ENOUGH = 3;

function valueScope(byItem: ByItem, { entity, id, field }: ToPurge & { kind: 'value' }): Scope {
  const written = (byItem.get(itemKey(entity, id)) ?? []).flatMap(({ body }) => body.patch[field] ?? []);
  const words = written.flatMap((value) =>
    field === 'names'
      ? namesOf(value)
      : typeof value === 'string' && value.length >= LONG_ENOUGH
        ? [value]
        : [],
  );
  return { what: 'value', targets: [[entity, id, field]], gone: [], words, before: [], after: [] };
}

/** Of what carries a reference the reference alone stays, as of something deleted: it is never used again. */
function tombstone(state: CaseState, { entity, id }: ItemRef): Change[] {
  const ref = foldedOf(state, entity, id)?.fields['ref']?.[0].value;
  return typeof ref === 'string' ? [{ entity, entityId: id, op: 'delete', patch: { ref } }] : [];
}

function itemScope(byItem: ByItem, state: CaseState, root: ItemRef, what: PurgeKind): Scope {
  const all = byItem.get(itemKey(root.entity, root.id)) ?? [];
  const names = root.entity === 'party' ? all.flatMap(({ body }) => namesOf(body.patch['names'])) : [];
  const gone = goneWith(state, root, new Set(names));
  const quotes = root.entity === 'document' ? quotesFrom(byItem, state, root.id, gone) : null;
  return {
    what,
    targets: [...gone.map(({ entity, id }): PurgeTarget => [entity, id, null]), ...(quotes?.targets ?? [])],
    gone,
    words: [...new Set(names)],
    before: withoutReferences(state, gone),
    after: [...gone.flatMap((item) => tombstone(state, item)), ...(quotes?.rewritten ?? [])],
  };
}

function scopeOf(byItem: ByItem, state: CaseState, asked: ToPurge): Scope | Refusal {
  const root: ItemRef = asked.kind === 'person' ? { entity: 'party', id: asked.partyId } : asked;
  if (!byItem.has(itemKey(root.entity, root.id)))
    return { refused: 'not-found', detail: { entity: root.entity } };
  if (asked.kind === 'value') {
    const kept = asked.field === 'ref' || asked.entity === 'purge';
    return kept ? { refused: 'not-purgeable' } : valueScope(byItem, asked);
  }
  if (KEPT.has(root.entity)) return { refused: 'not-purgeable' };
  return itemScope(byItem, state, root, asked.kind);
}

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
 * Refused: `not-found`, `not-purgeable` (the case, its writers, purges, references).
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
      ...purgeChanges({ id: newId(), what, goes: [...going.values()], targets, again }),
      ...scope.after,
    ],
    entries: going.size,
    gone,
    blobs: [...new Set(blobs)].filter((blob) => blob !== null),
    words,
    stillThere: wordPlaces(searched, words, state),
  };
}
