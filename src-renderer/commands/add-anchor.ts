import type { Anchor } from '#core/model/anchor.ts';
import type { Command } from '#core/ports/command.ts';
import { checkAnchor, sameSpan } from './support/anchors.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type AddAnchor = { readonly claimId: string; readonly anchor: Anchor };

/** Another place where the claim stands. */
export const addAnchor: Command<AddAnchor> = (state, { claimId, anchor }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  const bad = checkAnchor(state, anchor);
  if (bad) return bad;
  if (claim.anchors.some((held) => sameSpan(held, anchor))) return refuse('anchor-exists');
  return update('claim', claim, { anchors: [...claim.anchors, anchor] });
};
