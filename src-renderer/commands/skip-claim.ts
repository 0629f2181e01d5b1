import type { SkipReason } from '#core/model/claim.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { orNull } from './support/text.ts';

export type SkipClaim = {
  readonly claimId: string;
  readonly reason: SkipReason;
  readonly note?: string | null;
};

/** Leaves the claim in the record without checking it, with a reason. */
export const skipClaim: Command<SkipClaim> = (state, { claimId, reason, note }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  return update('claim', claim, { skip: { reason, note: orNull(note) } });
};
