import { CASE_ITEM_ID } from '../model/case-info.ts';
import { buildReport } from '../report/build-report.ts';
import { DEFAULT_SETUP } from '../report/setup.ts';
import type { LeavingText } from '../ports/exchange-work.ts';
import { claimReviews, type MissingField, type ReviewSetup } from './claim-review/build.ts';
import { claimTexts } from './claims/claim-texts.ts';
import { chosenClaims, type LeavingCase } from './claims/chosen.ts';
import { claimsCsv, evidenceCsv } from './csv/claims-csv.ts';
import type { Flow } from './flow/block.ts';
import { reportFlow } from './flow/report-flow.ts';
import { htmlReport } from './html-report/build.ts';
import { webAnnotations } from './web-annotation/build.ts';

/** Formats of text that a case can leave in. */
export const TEXT_FORMATS = ['claim-review', 'web-annotation', 'claims-csv', 'evidence-csv', 'html'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export type ExportSetup = {
  readonly format: TextFormat;
  readonly claimIds: readonly string[] | null;
  readonly review: ReviewSetup;
  /** Of what the program itself says in an HTML report. */
  readonly language: 'en' | 'ar';
  /** Day the file speaks for, ISO 8601. */
  readonly today: string;
  /** Id of an annotation collection, a UUID. */
  readonly collectionId: string;
};

export type BuiltExport = LeavingText & {
  readonly missing: readonly MissingField[];
  /** References of claims that the format cannot hold. */
  readonly leftOut: readonly string[];
};

/** Marks the data inside an HTML report. */
const HTML_DATA_FORMAT = 'touchstone-html';

/** The report that may reach anybody: no hashes of files, no name of who checked. */
export function publicFlow(
  { state, texts, counted = state }: LeavingCase,
  { claimIds, today, language }: Pick<ExportSetup, 'claimIds' | 'today' | 'language'>,
): Flow {
  const setup = { ...DEFAULT_SETUP, claimIds, language, audience: 'public' } as const;
  return reportFlow(buildReport(state, texts, { today, pictures: new Set(), counted }, setup));
}

function html(given: LeavingCase, setup: ExportSetup): Built {
  const { state } = given;
  const flow = publicFlow(given, setup);
  const rows = chosenClaims(state, setup.claimIds).map((claim) => claimTexts(state, claim));
  const data = { format: HTML_DATA_FORMAT, version: 1, title: flow.title, asOf: setup.today, claims: rows };
  const { text } = htmlReport(flow, data);
  return { text, ending: 'html', what: 'report', missing: [], leftOut: [] };
}

const plain = (text: string, what: string): Built => ({
  text,
  ending: 'csv',
  what,
  missing: [],
  leftOut: [],
});

type Built = Omit<BuiltExport, 'title'>;

function annotations(
  given: LeavingCase,
  { claimIds, review, collectionId }: ExportSetup,
  title: string,
): Built {
  const { language } = review;
  const built = webAnnotations(given, claimIds, { title, language, collectionId });
  return { ...built, ending: 'jsonld', what: 'annotations', missing: [] };
}

function build(given: LeavingCase, setup: ExportSetup, title: string): Built {
  const { format, claimIds, review } = setup;
  switch (format) {
    case 'claims-csv':
      return plain(claimsCsv(given, claimIds), 'claims');
    case 'evidence-csv':
      return plain(evidenceCsv(given, claimIds), 'evidence');
    case 'claim-review':
      return { ...claimReviews(given, claimIds, review), ending: 'jsonld', what: 'ClaimReview' };
    case 'web-annotation':
      return annotations(given, setup, title);
    default:
      return html(given, setup);
  }
}

/** The case as a file of the chosen format. It must have gone through the protection of names. */
export function buildExport(given: LeavingCase, setup: ExportSetup): BuiltExport {
  const title = given.state.case.get(CASE_ITEM_ID)?.title ?? '';
  return { title, ...build(given, setup, title) };
}
