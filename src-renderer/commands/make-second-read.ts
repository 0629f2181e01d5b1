import { isFirstReader, secondReadsOf } from '#core/finding/second-read.ts';
import { warningsFor } from '#core/finding/warnings.ts';
import type { Finding } from '#core/model/finding.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { findClaim } from './support/find.ts';
import { tidyFinding } from './support/finding-fields.ts';
import { refuse } from './support/refuse.ts';

export type MakeSecondRead = { readonly claimId: string } & Pick<Finding, 'status'> &
  Partial<Omit<Finding, 'status' | 'warnings'>>;

/**
 * Records what a second person finds, beside the finding: the two never conflict. Nobody reads what
 * they found themselves.
 */
export const makeSecondRead: Command<MakeSecondRead> = (state, { claimId, ...draft }, context) => {
  const claim = findClaim(state, claimId);
  if ('refused' in claim) return claim;
  const { actor } = context;
  if (claim.finding === null) return refuse('second-read-nothing', { ref: claim.ref });
  if (claim.stage !== 'second read') return refuse('second-read-not-asked', { ref: claim.ref });
  if (isFirstReader(state, claim, actor)) return refuse('second-read-same-person');
  const warnings = warningsFor(state, claimId, draft).map(({ code }) => code);
  const finding = tidyFinding(state, claimId, { ...draft, asOf: draft.asOf ?? context.today() });
  if ('refused' in finding) return finding;
  const read = { by: actor, finding: { ...finding, warnings }, settled: null };
  return update('claim', claim, { secondReads: [...secondReadsOf(claim), read] });
};
