import { statusOf } from '#core/finding/status-of.ts';
import type { Claim } from '#core/model/claim.ts';
import { type Mark, markOf } from '#renderer/ui/components/status-mark.tsx';

/** The mark of a claim as it stands. */
export function markOfClaim(claim: Pick<Claim, 'finding' | 'skip'>): Mark {
  const { status, reason } = statusOf(claim);
  return markOf(status, reason, claim.skip !== null);
}
