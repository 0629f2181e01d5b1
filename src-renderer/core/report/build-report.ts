import { withShownRefs } from '../merge/ambiguous-refs.ts';
import { CASE_ITEM_ID } from '../model/case-info.ts';
import type { CaseState } from '../model/case-state.ts';
import { claimRows } from '../queries/claim-rows.ts';
import { type Counts, countsOf } from '../queries/counts.ts';
import type { PastFinding } from '../queries/past-findings.ts';
import { reportClaim } from './claim-sheet.ts';
import { reportDocument } from './document-sheet.ts';
import { assessmentsOf } from '../queries/indexes.ts';
import { capturesOf } from '../finding/capture-set.ts';
import { annexOf } from './annex.ts';
import { byUse } from './by-use.ts';
import { chosenClaims } from './chosen-claims.ts';
import { integrityOf, type ReportChains } from './integrity-page.ts';
import { ar } from './labels/ar.ts';
import { en } from './labels/en.ts';
import { counted, fill, type ReportLabels } from './labels/report-labels.ts';
import { DEFAULT_SETUP, namesChecker, provesIntegrity, type ReportSetup } from './setup.ts';
import { withoutOffRecord } from './off-record.ts';
import type { ReportMark, ReportModel } from './report-model.ts';
import { withShortKeys } from './short-keys.ts';
import { dateWords, isolated } from './wording.ts';

/** What the report says besides the case. */
export type ReportFacts = {
  /** Day the report speaks for, ISO 8601: the same input gives the same report. */
  readonly today: string;
  /** Ids of the evidence items that have a thumbnail. */
  readonly pictures: ReadonlySet<string>;
  /** Earlier findings of each claim, the earliest first; left out where there is no history. */
  readonly earlier?: ReadonlyMap<string, readonly PastFinding[]>;
  /** Ends of the writers' chains, for the integrity page. */
  readonly chains?: ReportChains | null;
  /** The case to count independent origins in, where another one tells more of who shares a voice. */
  readonly counted?: CaseState;
  /** Items taken out before, because they were given off the record; counted here when left out. */
  readonly leftOut?: number;
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

/** What the reader must know besides the counts. */
function remarksOf(counts: Counts, leftOut: number, setup: ReportSetup, labels: ReportLabels): string[] {
  return [
    setup.claimIds && setup.product !== 'claim' ? counted(labels, 'selected', counts.total) : '',
    counts.unfinishedMust > 0 ? counted(labels, 'mustLeft', counts.unfinishedMust) : '',
    leftOut > 0 && setup.audience !== 'public' ? counted(labels, 'leftOut', leftOut) : '',
  ].filter((words) => words !== '');
}

const LABELS: Readonly<Record<ReportSetup['language'], ReportLabels>> = { en, ar };

type Head = Pick<
  ReportModel,
  | 'language'
  | 'rtl'
  | 'product'
  | 'title'
  | 'asOf'
  | 'asOfWords'
  | 'author'
  | 'authors'
  | 'organisation'
  | 'logo'
  | 'confidential'
  | 'labels'
>;

function headOf(state: CaseState, today: string, setup: ReportSetup, labels: ReportLabels): Head {
  const info = state.case.get(CASE_ITEM_ID);
  const alias = namesChecker(setup) ? (state.actor.get(info?.founder ?? '')?.alias ?? '') : '';
  return {
    language: setup.language,
    rtl: labels.rtl,
    product: setup.product,
    title: info?.title ?? '',
    asOf: today,
    asOfWords: fill(labels.lines.asOf, { date: dateWords(today, labels) }),
    author: alias === '' ? '' : fill(labels.lines.by, { alias: isolated(alias, labels) }),
    authors: [alias, setup.organisation.trim()].filter((name) => name !== ''),
    organisation: setup.organisation.trim(),
    logo: setup.logo === null ? '' : LOGO,
    confidential: setup.mark?.trim() ?? '',
    labels: { ...labels.headings, kind: labels.products[setup.product] },
  };
}

/** Name of the logo among the pictures of a report. */
export const LOGO = 'organisation-logo';

/** The report of a case as plain, worded data. `texts`: the documents' texts by id. */
export function buildReport(
  whole: CaseState,
  texts: ReadonlyMap<string, string>,
  { today, pictures, earlier, chains = null, leftOut, counted }: ReportFacts,
  setup: ReportSetup = DEFAULT_SETUP,
): ReportModel {
  const labels = LABELS[setup.language];
  const { sections, product } = setup;
  const state = withShownRefs(withoutOffRecord(whole));
  const toCount = counted ? withoutOffRecord(counted) : state;
  const claims = chosenClaims(state, setup);
  const shown = new Set(claims.map(({ id }) => id));
  const counts = countsOf(claimRows(whole).filter(({ id }) => shown.has(id)));
  const wording = { labels, hashes: provesIntegrity(setup) };
  const sheets = product === 'full' || product === 'claim';
  const entire = product === 'full';
  const annex =
    product === 'annex' || (sections.annex && product !== 'summary')
      ? annexOf(state, claims, pictures, wording)
      : null;
  const bearing = new Set(
    claims
      .flatMap(({ id }) => assessmentsOf(state, id).map((each) => each.evidenceId))
      .flatMap((id) => [id, ...capturesOf(state, id).map((capture) => capture.id)]),
  );
  return withShortKeys({
    format: 'touchstone-report',
    version: 1,
    ...headOf(state, today, setup, labels),
    total: counts.total,
    summary: sections.counts && (entire || product === 'summary') ? summaryOf(counts, labels) : [],
    remarks: remarksOf(counts, leftOut ?? whole.evidence.size - state.evidence.size, setup, labels),
    documents:
      sections.article && entire
        ? [...state.document.values()].map((document) => reportDocument(document, labels))
        : [],
    method: sections.method && entire ? labels.headings.methodWords : [],
    evidence: sections.evidence,
    table: sections.table && entire,
    claims: sheets
      ? claims.map((claim) =>
          reportClaim(state, texts, claim, {
            labels,
            setup,
            shown,
            pictures,
            counted: toCount,
            earlier: earlier?.get(claim.id) ?? [],
          }),
        )
      : [],
    uses: product === 'summary' ? byUse(claims, labels) : [],
    annex,
    integrity:
      provesIntegrity(setup) && product !== 'summary' ? integrityOf(state, bearing, chains, labels) : null,
  });
}
