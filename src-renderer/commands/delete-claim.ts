import type { Command } from '#core/ports/command.ts';
import { remove, update } from './support/change.ts';
import { find } from './support/find.ts';
import { hangingOn, removeHanging } from './support/hanging.ts';

export type DeleteClaim = { readonly claimId: string; readonly reason?: string };

/**
 * Deletes a claim with what hangs on it: assessments, checks, notes, relations, and the claims
 * that were merged into it. Its reference is never used again.
 */
export const deleteClaim: Command<DeleteClaim> = (state, { claimId, reason }) => {
  const claim = find(state, 'claim', claimId);
  if ('refused' in claim) return claim;
  const claims = [...state.claim.values()];
  const gone = new Set([claimId, ...claims.filter((c) => c.mergedInto === claimId).map(({ id }) => id)]);
  const parts = claims.filter((c) => c.splitFrom !== null && gone.has(c.splitFrom) && !gone.has(c.id));
  return [
    ...removeHanging(hangingOn(state, gone)),
    ...parts.flatMap((part) => update('claim', part, { splitFrom: null })),
    ...[...gone].map((id) => remove('claim', id, reason)),
  ];
};
