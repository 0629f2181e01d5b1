import type { Use } from '#core/model/claim.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { orNull } from './support/text.ts';

export type SetUse = { readonly claimId: string; readonly use: Use | null };

/** Says what the editor may do with the claim; null takes it back. */
export const setUse: Command<SetUse> = (state, { claimId, use }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  return update('claim', claim, { use: use && { kind: use.kind, wording: orNull(use.wording) } });
};
