import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { assessmentsOf } from '../queries/indexes.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import { isolated } from './wording.ts';

/**
 * What the capture of a link lacks to be proof on its own (Berkeley Protocol on Digital Open Source
 * Investigations, VI.C: address, time of collection, the content itself, its source).
 */
export function gapsOfItem(evidence: Item<'evidence'>, labels: ReportLabels): string[] {
  const { lines } = labels;
  if (evidence.kind !== 'link') return [];
  const ref = isolated(evidence.ref, labels);
  return [
    evidence.url === null ? fill(lines.gapAddress, { ref }) : '',
    evidence.capturedAt === null ? fill(lines.gapDate, { ref }) : '',
    evidence.file === null ? fill(lines.gapCopy, { ref }) : '',
    evidence.originId === null ? fill(lines.gapOrigin, { ref }) : '',
  ].filter((words) => words !== '');
}

/** The same for all links that bear on a claim. */
export const gapsOf = (state: CaseState, claimId: string, labels: ReportLabels): string[] =>
  assessmentsOf(state, claimId).flatMap(({ evidenceId }) => {
    const evidence = state.evidence.get(evidenceId);
    return evidence ? gapsOfItem(evidence, labels) : [];
  });
