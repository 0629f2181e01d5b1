import type { Anchor } from '#core/model/anchor.ts';
import type { Command } from '#core/ports/command.ts';
import { sameSpan } from './support/anchors.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type RemoveAnchor = {
  readonly claimId: string;
  readonly anchor: Pick<Anchor, 'documentId' | 'start' | 'end'>;
};

/** Takes one of the claim's places away, never the last. */
export const removeAnchor: Command<RemoveAnchor> = (state, { claimId, anchor }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  const left = claim.anchors.filter((held) => !sameSpan(held, { ...held, ...anchor }));
  if (left.length === claim.anchors.length) return refuse('not-found', { entity: 'anchor' });
  return left.length === 0 ? refuse('last-anchor') : update('claim', claim, { anchors: left });
};
