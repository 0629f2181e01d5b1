import type { Finding } from '#core/model/finding.ts';
import type { Command } from '#core/ports/command.ts';
import { tidyFinding } from './support/finding-fields.ts';
import { warningsFor } from '#core/finding/warnings.ts';
import { update } from './support/change.ts';
import { isKeptFrom } from '#core/finding/second-read.ts';
import { findClaim } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { stageAfter, stageWithout } from './support/stages.ts';

/** Only the status is required, and a rationale for corroborated and disputed. */
export type SetFinding = { readonly claimId: string } & Pick<Finding, 'status'> &
  Partial<Omit<Finding, 'status' | 'warnings'>>;

/**
 * Records what a person decided, with the warnings that stood beside the rationale. The reason
 * 'not started' takes the finding back. Settles concurrent findings, since whoever writes saw them.
 */
export const setFinding: Command<SetFinding> = (state, { claimId, ...draft }, context) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  if (isKeptFrom(state, claim, context.actor)) return refuse('finding-kept');
  if (draft.status === 'unverified' && draft.reason === 'not started') {
    return update('claim', claim, { finding: null, ...stageWithout(claim) });
  }
  const warnings = warningsFor(state, claimId, draft).map(({ code }) => code);
  const finding = tidyFinding(state, claimId, { ...draft, asOf: draft.asOf ?? context.today() });
  if ('refused' in finding) return finding;
  return update('claim', claim, {
    finding: { ...finding, warnings },
    ...stageAfter(claim, finding),
  });
};
