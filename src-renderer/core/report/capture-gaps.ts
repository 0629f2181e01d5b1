import { capturesOf, gapsOfLink } from '../finding/capture-set.ts';
import { CASE_ITEM_ID } from '../model/case-info.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { assessmentsOf } from '../queries/indexes.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import { isolated } from './wording.ts';

/** What a desk wants to know of a link: its address, when it was seen, and that a copy is kept. */
function deskGaps(state: CaseState, link: Item<'evidence'>, labels: ReportLabels): string[] {
  const { lines } = labels;
  const captures = capturesOf(state, link.id);
  const dated = link.capturedAt !== null || captures.some(({ capture }) => capture?.at);
  return [
    link.url === null ? lines.gapAddress : '',
    dated ? '' : lines.gapDate,
    link.file === null && captures.length === 0 ? lines.gapCopy : '',
  ];
}

/** The whole set of a capture, in one line. */
function setGaps(state: CaseState, link: Item<'evidence'>, labels: ReportLabels): string[] {
  const parts = gapsOfLink(state, link).map((gap) => labels.captureElement[gap]);
  return parts.length === 0
    ? []
    : [fill(labels.lines.gapSet, { ref: '{ref}', parts: parts.join(labels.comma) })];
}

/**
 * What the captures of a link lack: in a case with full grading of the whole set that the Berkeley
 * Protocol asks for (core/finding/capture-set.ts), else of what a desk needs.
 */
export function gapsOfItem(state: CaseState, evidence: Item<'evidence'>, labels: ReportLabels): string[] {
  if (evidence.kind !== 'link') return [];
  const ref = isolated(evidence.ref, labels);
  const legal = state.case.get(CASE_ITEM_ID)?.mode === 'legal';
  const gaps = legal ? setGaps(state, evidence, labels) : deskGaps(state, evidence, labels);
  return [...gaps, evidence.originId === null ? labels.lines.gapOrigin : '']
    .filter((words) => words !== '')
    .map((words) => fill(words, { ref }));
}

/** The same for all links that bear on a claim. */
export const gapsOf = (state: CaseState, claimId: string, labels: ReportLabels): string[] =>
  assessmentsOf(state, claimId).flatMap(({ evidenceId }) => {
    const evidence = state.evidence.get(evidenceId);
    return evidence ? gapsOfItem(state, evidence, labels) : [];
  });
