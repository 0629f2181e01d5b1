import type { RelationKind } from '#core/model/claim-parts.ts';
import type { Command } from '#core/ports/command.ts';
import { create } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { closesCircle, normalEnds, relationKey } from './support/relations.ts';
import { orNull } from './support/text.ts';

/** Read as "`from` `kind` `to`". */
export type AddRelation = {
  readonly id?: string;
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind;
  readonly note?: string | null;
};

/** Relates two claims: never to itself, never twice, never in a circle of parts or dependencies. */
export const addRelation: Command<AddRelation> = (state, { id, note, ...given }, context) => {
  for (const claimId of [given.from, given.to]) {
    const claim = findClaim(state, claimId);
    if ('refused' in claim) return claim;
  }
  if (given.from === given.to) return refuse('relation-self');
  const ends = normalEnds(given);
  const relations = [...state.relation.values()];
  if (relations.some((held) => relationKey(held) === relationKey(ends))) return refuse('relation-exists');
  const circle = closesCircle(relations, ends);
  if (circle) {
    const refs = circle.map((claimId) => state.claim.get(claimId)?.ref ?? '').join(' → ');
    return refuse('relation-cycle', { refs });
  }
  return [create('relation', id ?? context.newId(), { ...ends, note: orNull(note) })];
};
