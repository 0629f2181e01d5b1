import { capturesOf } from '../finding/capture-set.ts';
import { indexPassages, innermostAt } from '../anchoring/passage-index.ts';
import { itemKey } from '../journal/fold.ts';
import type { CaseState } from '../model/case-state.ts';
import type { EntityName } from '../model/entities.ts';
import type { Item } from '../model/item.ts';
import type { Ladder } from '../model/ladder.ts';
import type { ItemRef } from './state-after.ts';

const refs = (entity: EntityName, ids: Iterable<string | null | undefined>): ItemRef[] =>
  [...ids].flatMap((id) => (id ? [{ entity, id }] : []));

const partiesOn = (ladder: Ladder | null): (string | null)[] => (ladder ?? []).map(({ partyId }) => partyId);

/** The claims themselves, and those they were merged into. */
function claimsFrom(state: CaseState, claimIds: Iterable<string>): Map<string, Item<'claim'>> {
  const claims = new Map<string, Item<'claim'>>();
  for (const chosen of claimIds) {
    for (let id: string | null = chosen; id !== null && !claims.has(id); ) {
      const claim: Item<'claim'> | undefined = state.claim.get(id);
      if (!claim) break;
      claims.set(id, claim);
      id = claim.mergedInto;
    }
  }
  return claims;
}

/** A party and those whose voice it shares. */
function withAffiliations(state: CaseState, ids: Iterable<string>): Set<string> {
  const parties = new Set(ids);
  for (const id of parties) {
    const outer = state.party.get(id)?.affiliation;
    if (outer) parties.add(outer);
  }
  return parties;
}

function partiesOf(state: CaseState, found: readonly ItemRef[]): ItemRef[] {
  const named = found.flatMap(({ entity, id }) => {
    if (entity === 'claim') {
      const claim = state.claim.get(id);
      return claim ? [...partiesOn(claim.ladder), ...claim.subjects] : [];
    }
    if (entity === 'passage') {
      const passage = state.passage.get(id);
      return passage ? [...partiesOn(passage.ladder), ...passage.candidates] : [];
    }
    if (entity === 'document') return [state.document.get(id)?.publisherId];
    if (entity === 'origin') return [state.origin.get(id)?.partyId];
    return entity === 'evidence' ? [state.evidence.get(id)?.receipt?.from] : [];
  });
  return refs(
    'party',
    withAffiliations(
      state,
      refs('party', named).map(({ id }) => id),
    ),
  );
}

/** Evidence with the captures of its links, and the links of its captures. */
function withCaptures(state: CaseState, ids: readonly string[]): ReadonlySet<string> {
  const links = ids.flatMap((id) => state.evidence.get(id)?.capture?.linkId ?? []);
  const all = [...ids, ...links];
  return new Set([...all, ...all.flatMap((id) => capturesOf(state, id).map((item) => item.id))]);
}

/**
 * What claims rest on: the documents they stand in, the passages they inherit from, the parties on
 * their ladders, among their subjects and behind documents and evidence, assessments with their
 * evidence and its origin and captures, checks, notes, and the relations among the claims themselves.
 */
export function restsOn(state: CaseState, claimIds: Iterable<string>): ItemRef[] {
  const claims = claimsFrom(state, claimIds);
  const on = ({ claimId }: { readonly claimId: string }) => claims.has(claimId);
  const assessments = [...state.assessment.values()].filter(on);
  const notes = [...state.note.values()].filter(on);
  const evidence = withCaptures(
    state,
    assessments.map(({ evidenceId }) => evidenceId),
  );
  const passages = indexPassages(state.passage.values());
  const around = [...claims.values()].map(
    ({ anchors: [first] }) => first && innermostAt(passages, first)?.id,
  );
  const documents = [
    ...[...claims.values()].flatMap(({ anchors }) => anchors.map(({ documentId }) => documentId)),
    ...notes.map(({ anchor }) => anchor?.documentId),
  ];
  const found = [
    ...refs('claim', claims.keys()),
    ...refs(
      'assessment',
      assessments.map(({ id }) => id),
    ),
    ...refs(
      'check',
      [...state.check.values()].filter(on).map(({ id }) => id),
    ),
    ...refs(
      'note',
      notes.map(({ id }) => id),
    ),
    ...refs(
      'relation',
      [...state.relation.values()]
        .filter(({ from, to }) => claims.has(from) && claims.has(to))
        .map(({ id }) => id),
    ),
    ...refs('evidence', evidence),
    ...refs(
      'origin',
      [...evidence].map((id) => state.evidence.get(id)?.originId),
    ),
    ...refs('passage', around),
    ...refs('document', documents),
  ];
  const unique = new Map(found.map((item) => [itemKey(item.entity, item.id), item]));
  return [...unique.values(), ...partiesOf(state, [...unique.values()])];
}
