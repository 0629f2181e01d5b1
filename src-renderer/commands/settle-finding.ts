import type { Command } from '#core/ports/command.ts';
import { openConflict } from '#core/finding/conflict.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type SettleFinding = {
  readonly claimId: string;
  /** Which of the concurrent findings holds: who wrote it, and their sequence number. */
  readonly actor: string;
  readonly seq: number;
};

/** Decides between findings that were written at the same time; all of them stay in the history. */
export const settleFinding: Command<SettleFinding> = (state, { claimId, actor, seq }) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  const writes = openConflict(claim);
  if (writes.length === 0) return refuse('no-conflict');
  const chosen = writes.find((write) => write.actor === actor && write.seq === seq);
  return chosen
    ? update('claim', claim, { finding: chosen.finding })
    : refuse('not-found', { entity: 'finding' });
};
