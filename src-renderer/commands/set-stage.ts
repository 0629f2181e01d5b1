import { secondReadOutcome } from '#core/finding/second-read.ts';
import type { Stage } from '#core/model/claim.ts';
import type { Item } from '#core/model/item.ts';
import type { Command, Refusal } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findAll, findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type SetStage = { readonly claimIds: readonly string[]; readonly stage: Stage };

/** Why a claim cannot be in this stage, or null. */
function hindrance(claim: Item<'claim'>, stage: Stage): Refusal | null {
  const { ref, finding } = claim;
  if (stage !== 'second read' && stage !== 'signed off') return null;
  if (finding === null) return refuse('second-read-nothing', { ref });
  if (stage === 'second read') return null;
  const outcome = secondReadOutcome(claim);
  return outcome === 'agree' || outcome === 'settled' ? null : refuse('second-read-open', { ref });
}

/**
 * Says how far the work on several claims is: all of them or none. Only a finding can be read a
 * second time, and only one that a second read agrees with, or that was settled, is signed off.
 */
export const setStage: Command<SetStage> = (state, { claimIds, stage }) => {
  const claims = findAll(claimIds, (id) => findClaim(state, id));
  if ('refused' in claims) return claims;
  for (const claim of claims) {
    const hindered = hindrance(claim, stage);
    if (hindered) return hindered;
  }
  return claims.flatMap((claim) => update('claim', claim, { stage }));
};
