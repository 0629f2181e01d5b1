import type { Change } from '../journal/entry.ts';
import { itemKey } from '../journal/fold.ts';
import type { CaseState } from '../model/case-state.ts';
import type { EntityName } from '../model/entities.ts';
import type { Json } from '../model/json.ts';
import type { Ladder } from '../model/ladder.ts';
import type { ClaimFilter } from '../queries/claim-filter.ts';
import type { ItemRef } from './state-after.ts';

type Gone = (entity: EntityName, id: string | null) => boolean;
type Fields = { readonly [field: string]: Json | undefined };

/** Rungs of who is gone become unnamed; the role in the article's words stays. */
const unnamed = (ladder: Ladder | null, gone: Gone): Ladder | undefined =>
  ladder?.some(({ partyId }) => gone('party', partyId))
    ? ladder.map((rung) => (gone('party', rung.partyId) ? { ...rung, partyId: null } : rung))
    : undefined;

const left = (ids: readonly string[], gone: Gone): readonly string[] | undefined =>
  ids.some((id) => gone('party', id)) ? ids.filter((id) => !gone('party', id)) : undefined;

const withoutParties = (filter: ClaimFilter, gone: Gone): ClaimFilter | undefined => {
  const speakers = left(filter.speakers, gone);
  const subjects = left(filter.subjects, gone);
  return speakers || subjects
    ? { ...filter, speakers: speakers ?? filter.speakers, subjects: subjects ?? filter.subjects }
    : undefined;
};

const cleared = (entity: EntityName, id: string | null, gone: Gone): null | undefined =>
  gone(entity, id) ? null : undefined;

function referencesIn(state: CaseState, gone: Gone): { item: ItemRef; fields: Fields }[] {
  const rest = <T extends { readonly id: string }>(
    entity: EntityName,
    items: ReadonlyMap<string, T>,
    fields: (item: T) => Fields,
  ) =>
    [...items.values()]
      .filter(({ id }) => !gone(entity, id))
      .map((item) => ({ item: { entity, id: item.id }, fields: fields(item) }));
  return [
    ...rest('document', state.document, (d) => ({
      publisherId: cleared('party', d.publisherId, gone),
      evidenceId: cleared('evidence', d.evidenceId, gone),
      revisionOf: cleared('document', d.revisionOf, gone),
      alignment: d.alignment && gone('document', d.alignment.originalId) ? null : undefined,
    })),
    ...rest('passage', state.passage, (p) => ({
      ladder: unnamed(p.ladder, gone),
      candidates: left(p.candidates, gone),
    })),
    ...rest('claim', state.claim, (c) => ({
      ladder: unnamed(c.ladder, gone),
      subjects: left(c.subjects, gone),
      splitFrom: cleared('claim', c.splitFrom, gone),
    })),
    ...rest('origin', state.origin, (o) => ({ partyId: cleared('party', o.partyId, gone) })),
    ...rest('evidence', state.evidence, (e) => ({
      originId: cleared('origin', e.originId, gone),
      receipt: e.receipt && gone('party', e.receipt.from) ? { ...e.receipt, from: null } : undefined,
    })),
    ...rest('detail', state.detail, (d) => ({ partyId: cleared('party', d.partyId, gone) })),
    ...rest('filter', state.filter, ({ filter }) => ({ filter: withoutParties(filter, gone) })),
    ...rest('party', state.party, (p) => ({
      affiliation: cleared('party', p.affiliation, gone),
      notToBeConfusedWith: left(p.notToBeConfusedWith, gone),
    })),
  ];
}

/** The changes after which nothing points to the items that are gone. */
export function withoutReferences(state: CaseState, items: readonly ItemRef[]): Change[] {
  const keys = new Set(items.map(({ entity, id }) => itemKey(entity, id)));
  const gone: Gone = (entity, id) => id !== null && keys.has(itemKey(entity, id));
  return referencesIn(state, gone).flatMap(({ item, fields }) => {
    const patch: Record<string, Json> = {};
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) patch[field] = value;
    if (Object.keys(patch).length === 0) return [];
    return [{ entity: item.entity, entityId: item.id, op: 'update' as const, patch }];
  });
}
