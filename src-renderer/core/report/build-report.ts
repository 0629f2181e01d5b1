import type { CaseState } from '../model/case-state.ts';
import { CASE_ITEM_ID } from '../model/case-info.ts';
import { compareRefs } from '../model/refs.ts';
import type { PastFinding } from '../queries/history.ts';
import { claimRows } from '../queries/claim-rows.ts';
import { countsOf } from '../queries/counts.ts';
import { reportClaim } from './claim-sheet.ts';
import { reportDocument } from './document-sheet.ts';
import { en } from './labels/en.ts';
import { fill } from './labels/report-labels.ts';
import { isOffRecord } from './off-record.ts';
import type { ReportMark, ReportModel } from './report-model.ts';

/** What the report says besides the case. */
export type ReportFacts = {
  /** Day the report speaks for, ISO 8601: the same input gives the same report. */
  readonly today: string;
  /** Ids of the evidence items that have a thumbnail. */
  readonly pictures: ReadonlySet<string>;
  /** Earlier findings of each claim, the earliest first; left out where there is no history. */
  readonly earlier?: ReadonlyMap<string, readonly PastFinding[]>;
};

const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** The verification report of a case as plain, worded data. `texts`: the documents' texts by id. */
export function buildReport(
  state: CaseState,
  texts: ReadonlyMap<string, string>,
  { today, pictures, earlier }: ReportFacts,
): ReportModel {
  const counts = countsOf(claimRows(state));
  const group = (mark: ReportMark, label: string, count: number) => ({ mark, label, count });
  const hidden = [...state.evidence.values()].filter(isOffRecord).length;
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
    asOfWords: fill(en.asOf, { date: dayWords(today) }),
    author: alias === '' ? '' : fill(en.by, { alias }),
    labels: en,
    total: counts.total,
    summary: [
      group('corroborated', en.statusNames['corroborated'] ?? '', counts.corroborated),
      group('disputed', en.statusNames['disputed'] ?? '', counts.disputed),
      group('nothing', 'Unverified: searched, nothing found', counts.nothingFound),
      group('unclear', 'Unverified: insufficient, cannot be checked, or unclear', counts.unverified),
      group('unverified', 'Unverified: not started', counts.notStarted),
      group('skipped', 'Skipped, with a reason', counts.skipped),
    ],
    mustLeft: counts.unfinishedMust,
    leftOut: hidden > 0 ? fill(en.leftOut, { count: hidden }) : '',
    documents: [...state.document.values()].map((document) => reportDocument(document, en)),
    claims: claims.map((claim) =>
      reportClaim(state, texts, claim, { pictures, earlier: earlier?.get(claim.id) ?? [] }),
    ),
  };
}
