import { saysTheSame } from '#core/finding/second-read.ts';
import type { Claim } from '#core/model/claim.ts';
import type { Finding } from '#core/model/finding.ts';

type Stand = Pick<Claim, 'stage' | 'finding'>;

/** What was signed off was this finding and no other: another one goes back to be read. */
export const stageAfter = (claim: Stand, finding: Pick<Finding, 'status' | 'reason'>): Partial<Claim> =>
  claim.stage === 'signed off' && !(claim.finding && saysTheSame(claim.finding, finding))
    ? { stage: 'ready' }
    : {};

/** Without a finding there is nothing to read a second time or to sign off. */
export const stageWithout = ({ stage }: Stand): Partial<Claim> =>
  stage === 'second read' || stage === 'signed off' ? { stage: 'checking' } : {};
