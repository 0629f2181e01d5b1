import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';

export type ClearFinding = { readonly claimId: string };

/** Takes the finding back: the claim is not started. Earlier findings stay in the history. */
export const clearFinding: Command<ClearFinding> = (state, { claimId }) => {
  const claim = findClaim(state, claimId);
  return 'refused' in claim ? claim : update('claim', claim, { finding: null });
};
