import { openConflict } from '../finding/conflict.ts';
import { statusOf } from '../finding/status-of.ts';
import { WARNINGS, type WarningCode } from '../finding/warnings.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import type { PastFinding } from '../queries/past-findings.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import type { Labelled, ReportMark } from './report-model.ts';
import { dateWords, isolated, joined, labelled, term } from './wording.ts';

/** How the claim's standing is drawn; "not started" is never drawn as "nothing found". */
export function markOf(claim: Item<'claim'>): ReportMark {
  if (claim.skip) return 'skipped';
  const { status, reason } = statusOf(claim);
  if (status !== 'unverified') return status;
  if (reason === 'not started') return 'unverified';
  return reason === 'searched, nothing found' ? 'nothing' : 'unclear';
}

/** The claim's standing in words. */
export function statusWords(claim: Item<'claim'>, labels: ReportLabels): string {
  if (claim.skip) {
    return joined(
      [
        fill(labels.lines.skipped, { reason: term(labels.skip, claim.skip.reason) }),
        claim.skip.note && isolated(claim.skip.note, labels),
      ],
      ' – ',
    );
  }
  const { status, reason } = statusOf(claim);
  return `${term(labels.status, status)}: ${term(labels.reason, reason)}`;
}

/** A finding as one line; null: it was taken back. */
export const inWords = (finding: Finding | null, labels: ReportLabels): string =>
  finding
    ? joined(
        [
          `${term(labels.status, finding.status)}: ${term(labels.reason, finding.reason)}`,
          isolated(finding.rationale, labels),
        ],
        ' – ',
      )
    : labels.lines.takenBack;

/** What the finding says besides its status and rationale, and what may be done with the claim. */
export function findingFacts({ finding, use }: Item<'claim'>, labels: ReportLabels): Labelled[] {
  const { lines } = labels;
  return labelled(
    [lines.part, finding?.part],
    [lines.confidence, finding?.confidence && term(labels.confidence, finding.confidence)],
    [lines.findingAsOf, finding && dateWords(finding.asOf, labels)],
    [lines.said, finding?.saidAsReported && term(labels.said, finding.saidAsReported)],
    [lines.wouldChange, finding?.wouldChange],
    [lines.reviewBy, finding?.reviewBy && dateWords(finding.reviewBy, labels)],
    [lines.use, use && term(labels.use, use.kind)],
    [lines.wording, use?.wording],
  );
}

const isWarning = (code: string): code is WarningCode => (WARNINGS as readonly string[]).includes(code);

/** The warnings that stood beside the rationale. */
export const warningsOf = ({ finding }: Item<'claim'>, labels: ReportLabels): string[] =>
  (finding?.warnings ?? []).filter(isWarning).map((code) => labels.warning[code]);

/** Findings of people who had not seen each other's, while nobody has settled which holds. */
export const conflictOf = (claim: Item<'claim'>, labels: ReportLabels): string[] =>
  openConflict(claim).map(({ finding }) => inWords(finding, labels));

/** The findings before the one that stands, the earliest first. */
export function earlierOf(
  claim: Item<'claim'>,
  past: readonly PastFinding[],
  labels: ReportLabels,
  named: boolean,
): string[] {
  const before = claim.finding ? past.slice(0, -1) : past;
  return before.map(({ at, alias, finding }) => {
    const day = dateWords(new Date(at).toISOString().slice(0, 10), labels);
    return `${joined([day, named ? isolated(alias, labels) : ''], labels.comma)}: ${inWords(finding, labels)}`;
  });
}
