import { CASE_ITEM_ID } from '../model/case-info.ts';
import type { LeavingText } from '../ports/exchange-work.ts';
import { claimReviews, type MissingField, type ReviewSetup } from './claim-review/build.ts';
import type { LeavingCase } from './claims/chosen.ts';
import { claimsCsv, evidenceCsv } from './csv/claims-csv.ts';
import { webAnnotations } from './web-annotation/build.ts';

/** Formats of text that a case can leave in. */
export const TEXT_FORMATS = ['claim-review', 'web-annotation', 'claims-csv', 'evidence-csv'] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

export type ExportSetup = {
  readonly format: TextFormat;
  readonly claimIds: readonly string[] | null;
  readonly review: ReviewSetup;
  /** Id of an annotation collection, a UUID. */
  readonly collectionId: string;
};

export type BuiltExport = LeavingText & {
  readonly missing: readonly MissingField[];
  /** References of claims that the format cannot hold. */
  readonly leftOut: readonly string[];
};

const plain = (text: string, what: string): BuiltExport => ({
  text,
  ending: 'csv',
  what,
  missing: [],
  leftOut: [],
});

/** The case as a file of the chosen format. It must have gone through the protection of names. */
export function buildExport(given: LeavingCase, setup: ExportSetup): BuiltExport {
  const { format, claimIds, review } = setup;
  if (format === 'claims-csv') return plain(claimsCsv(given, claimIds), 'claims');
  if (format === 'evidence-csv') return plain(evidenceCsv(given, claimIds), 'evidence');
  if (format === 'claim-review') {
    return { ...claimReviews(given, claimIds, review), ending: 'jsonld', what: 'ClaimReview' };
  }
  const title = given.state.case.get(CASE_ITEM_ID)?.title ?? '';
  const { language } = review;
  const annotations = webAnnotations(given, claimIds, { title, language, collectionId: setup.collectionId });
  return { ...annotations, ending: 'jsonld', what: 'annotations', missing: [] };
}
