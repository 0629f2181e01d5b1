import { withShownRefs } from '../merge/ambiguous-refs.ts';
import { CASE_ITEM_ID } from '../model/case-info.ts';
import type { CaseState } from '../model/case-state.ts';
import { compareRefs } from '../model/refs.ts';
import { claimRows } from '../queries/claim-rows.ts';
import { type Counts, countsOf } from '../queries/counts.ts';
import type { PastFinding } from '../queries/past-findings.ts';
import { reportClaim } from './claim-sheet.ts';
import { reportDocument } from './document-sheet.ts';
import { en } from './labels/en.ts';
import { fill, type ReportLabels } from './labels/report-labels.ts';
import { withoutOffRecord } from './off-record.ts';
import type { ReportMark, ReportModel } from './report-model.ts';
import { dateWords } from './wording.ts';

/** What the report says besides the case. */
export type ReportFacts = {
  /** Day the report speaks for, ISO 8601: the same input gives the same report. */
  readonly today: string;
  /** Ids of the evidence items that have a thumbnail. */
  readonly pictures: ReadonlySet<string>;
  /** Earlier findings of each claim, the earliest first; left out where there is no history. */
  readonly earlier?: ReadonlyMap<string, readonly PastFinding[]>;
};

function summaryOf(counts: Counts, { marks }: ReportLabels): ReportModel['summary'] {
  const group = (mark: ReportMark, count: number) => ({ mark, label: marks[mark], count });
  return [
    group('corroborated', counts.corroborated),
    group('disputed', counts.disputed),
    group('unclear', counts.unverified),
    group('nothing', counts.nothingFound),
    group('unverified', counts.notStarted),
    group('skipped', counts.skipped),
  ];
}

/** The verification report of a case as plain, worded data. `texts`: the documents' texts by id. */
export function buildReport(
  whole: CaseState,
  texts: ReadonlyMap<string, string>,
  { today, pictures, earlier }: ReportFacts,
): ReportModel {
  const labels = en;
  const state = withShownRefs(withoutOffRecord(whole));
  const counts = countsOf(claimRows(whole));
  const leftOut = whole.evidence.size - state.evidence.size;
  const info = state.case.get(CASE_ITEM_ID);
  const alias = state.actor.get(info?.founder ?? '')?.alias ?? '';
  const claims = [...state.claim.values()]
    .filter(({ mergedInto }) => mergedInto === null)
    .sort((a, b) => compareRefs(a.ref, b.ref));
  return {
    format: 'touchstone-report',
    version: 1,
    language: 'en',
    title: info?.title ?? '',
    asOf: today,
    asOfWords: fill(labels.lines.asOf, { date: dateWords(today, labels) }),
    author: alias === '' ? '' : fill(labels.lines.by, { alias }),
    labels: labels.headings,
    total: counts.total,
    summary: summaryOf(counts, labels),
    remarks: [
      ...(counts.unfinishedMust > 0 ? [fill(labels.lines.mustLeft, { count: counts.unfinishedMust })] : []),
      ...(leftOut > 0 ? [fill(labels.lines.leftOut, { count: leftOut })] : []),
    ],
    documents: [...state.document.values()].map((document) => reportDocument(document, labels)),
    claims: claims.map((claim) =>
      reportClaim(state, texts, claim, { labels, pictures, earlier: earlier?.get(claim.id) ?? [] }),
    ),
  };
}
