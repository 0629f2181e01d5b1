import type { Command } from '#core/ports/command.ts';
import { changedAt } from '#core/queries/depends-on-changed.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';

/** The claim whose flag "depends on a changed claim" goes. */
export type MarkLookedAt = { readonly claimId: string };

/** Says that the changes of what this claim depends on were looked at and leave it as it is. */
export const markLookedAt: Command<MarkLookedAt> = (state, { claimId }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  return [...state.relation.values()].flatMap((relation) => {
    const target = state.claim.get(relation.to);
    if (relation.from !== claimId || relation.kind !== 'depends on' || !target) return [];
    return update('relation', relation, { lookedAt: changedAt(target) });
  });
};
