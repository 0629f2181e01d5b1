import type { Claim } from '../model/claim.ts';
import { NOT_STARTED, type Reason, type Status } from '../model/finding.ts';

/** Status and reason of a claim: 'unverified', 'not started' while it has no finding. */
export const statusOf = (
  claim: Pick<Claim, 'finding'>,
): { readonly status: Status; readonly reason: Reason } => claim.finding ?? NOT_STARTED;
