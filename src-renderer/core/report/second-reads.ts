import { saysTheSame, secondReadsOf } from '../finding/second-read.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import type { SecondRead } from '../model/second-read.ts';
import { inWords } from './claim-finding.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import type { ReportClaim } from './report-model.ts';
import { namesChecker, provesIntegrity, type ReportSetup } from './setup.ts';
import { isolated, joined, term } from './wording.ts';

/** How a read stands to the finding as it is now, in words. */
function outcomeOf({ finding, settled }: SecondRead, first: Finding, labels: ReportLabels): string {
  // Settled first: where the second read was taken over, the two agree since.
  if (settled && saysTheSame(first, settled))
    return fill(labels.secondRead.settled, { why: isolated(settled.why, labels) });
  return saysTheSame(first, finding) ? labels.secondRead.agrees : labels.secondRead.differs;
}

/**
 * How far the work on a claim is, and what a second reader found who had not seen the finding. For
 * those alone who may see how the desk works: an editor and the public are told the finding.
 */
export function deskWork(
  state: CaseState,
  claim: Item<'claim'>,
  { labels, setup }: { readonly labels: ReportLabels; readonly setup: ReportSetup },
): Pick<ReportClaim, 'stage' | 'secondReads'> {
  const { finding, stage, skip } = claim;
  if (!provesIntegrity(setup)) return { stage: '', secondReads: [] };
  const named = namesChecker(setup);
  const said = (read: SecondRead, first: Finding): string => {
    const alias = named ? state.actor.get(read.by)?.alias : null;
    const words = inWords(read.finding, labels);
    const whose = alias ? `${isolated(alias, labels)}: ${words}` : words;
    return joined([whose, outcomeOf(read, first, labels)], ' – ');
  };
  return {
    stage: skip || stage === 'to do' ? '' : term(labels.stage, stage),
    secondReads: finding ? secondReadsOf(claim).map((read) => said(read, finding)) : [],
  };
}
