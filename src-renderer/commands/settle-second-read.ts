import { isKeptFrom, secondReadOutcome, secondReadsOf } from '#core/finding/second-read.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { orNull } from './support/text.ts';

export type SettleSecondRead = {
  readonly claimId: string;
  /** Actor id of the second reader whose finding holds; null: the first one holds. */
  readonly takes: string | null;
  readonly why: string;
};

/** Decides between a finding and the second reads that differ from it; all of them stay on record. */
export const settleSecondRead: Command<SettleSecondRead> = (state, { claimId, takes, why }, { actor }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  if (isKeptFrom(state, claim, actor)) return refuse('finding-kept');
  if (claim.finding === null || secondReadOutcome(claim) !== 'differ') return refuse('no-conflict');
  const reason = orNull(why);
  if (reason === null) return refuse('why-missing');
  const reads = secondReadsOf(claim);
  const chosen = takes === null ? claim.finding : reads.findLast(({ by }) => by === takes)?.finding;
  if (!chosen) return refuse('not-found', { entity: 'finding' });
  const settled = { by: actor, status: chosen.status, reason: chosen.reason, why: reason };
  return update('claim', claim, {
    finding: chosen,
    secondReads: reads.map((read) => ({ ...read, settled })),
  });
};
