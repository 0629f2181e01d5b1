import { isKeptFrom } from '#core/finding/second-read.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { stageWithout } from './support/stages.ts';

export type ClearFinding = { readonly claimId: string };

/** Takes the finding back: the claim is not started. Earlier findings stay in the history. */
export const clearFinding: Command<ClearFinding> = (state, { claimId }, { actor }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  if (isKeptFrom(state, claim, actor)) return refuse('finding-kept');
  return update('claim', claim, { finding: null, ...stageWithout(claim) });
};
