import type { Anchor } from '#core/model/anchor.ts';
import type { Command } from '#core/ports/command.ts';
import { checkAnchor, sameSpan } from './support/anchors.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type AnchorOriginal = {
  readonly claimId: string;
  /** The words in the document that holds the original. */
  readonly anchor: Anchor;
};

/** Ties a claim to its words in the original; they become its original wording where it has none yet. */
export const anchorOriginal: Command<AnchorOriginal> = (state, { claimId, anchor }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  const bad = checkAnchor(state, anchor);
  if (bad) return bad;
  if (claim.anchors.some((held) => sameSpan(held, anchor))) return refuse('anchor-exists');
  const original = claim.original ?? anchor.exact.replaceAll(/\s+/gu, ' ').trim();
  return update('claim', claim, { anchors: [...claim.anchors, anchor], original });
};
