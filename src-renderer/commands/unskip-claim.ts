import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';

export type UnskipClaim = { readonly claimId: string };

/** Takes a skipped claim up again. */
export const unskipClaim: Command<UnskipClaim> = (state, { claimId }) => {
  const claim = findClaim(state, claimId);
  return 'refused' in claim ? claim : update('claim', claim, { skip: null });
};
