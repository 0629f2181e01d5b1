import * as v from 'valibot';
import { claimReviews, type ReviewSetup } from '../claim-review/build.ts';
import { ClaimReviewFault, readClaimReviews } from '../claim-review/read.ts';
import { chosenClaims, type LeavingCase } from '../claims/chosen.ts';
import { claimTexts } from '../claims/claim-texts.ts';
import { CLAIM_COLUMNS, CLAIM_FIELDS, NO_TEXTS } from '../claims/columns.ts';
import type { ClaimTable } from '../claims/table.ts';
import { claimsCsv, evidenceCsv } from '../csv/claims-csv.ts';
import { CsvFault, parseCsv } from '../csv/csv-text.ts';
import { isHtmlReport, verifyHtml } from '../html-report/verify.ts';
import { webAnnotations } from '../web-annotation/build.ts';
import { isAnnotations, readAnnotations } from '../web-annotation/read.ts';
import { compareTables, type Comparison } from './compare-tables.ts';

/** Formats that an exported text is told by. */
export type VerifiedFormat = 'html' | 'claim-review' | 'web-annotation' | 'claims-csv' | 'evidence-csv';

/** What a text is found to be. `seal`: whether it fits a fingerprint of its own; most formats have none. */
export type TextVerdict = {
  readonly format: VerifiedFormat | null;
  readonly seal: 'same' | 'altered' | 'broken' | 'none';
  readonly fingerprint: string | null;
  /** Against the case; null when there is no case, or nothing to compare. */
  readonly against: Comparison | null;
};

/** A table of a file, by what its rows are known, and the same made from a case. */
type Found = {
  readonly format: VerifiedFormat;
  readonly table: ClaimTable;
  readonly key: string;
  now(given: LeavingCase): ClaimTable;
};

const CLAIM_HEAD = CLAIM_FIELDS.map((field) => CLAIM_COLUMNS[field]);

const htmlData = v.object({
  format: v.literal('touchstone-html'),
  claims: v.array(v.record(v.string(), v.string())),
});

function htmlTable(data: unknown): Found | null {
  const parsed = v.safeParse(htmlData, data);
  if (!parsed.success) return null;
  const rows = parsed.output.claims.map((claim, at) => {
    const texts = { ...NO_TEXTS, ...claim };
    return { line: at + 1, cells: CLAIM_FIELDS.map((field) => texts[field]) };
  });
  return {
    format: 'html',
    key: CLAIM_COLUMNS.ref,
    table: { columns: CLAIM_HEAD, rows },
    now: ({ state }) => ({
      columns: CLAIM_HEAD,
      rows: chosenClaims(state, null).map((claim, at) => {
        const texts = claimTexts(state, claim);
        return { line: at + 1, cells: CLAIM_FIELDS.map((field) => texts[field]) };
      }),
    }),
  };
}

const NO_SETUP: ReviewSetup = { url: null, authorName: null, authorUrl: null, language: null, scale: null };

function jsonTable(text: string): Found | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (isAnnotations(value)) {
    const now = (given: LeavingCase) => {
      const setup = { title: '', language: null, collectionId: '' };
      return readAnnotations(
        JSON.parse(webAnnotations(given, null, setup).text) as Parameters<typeof readAnnotations>[0],
      );
    };
    return { format: 'web-annotation', key: 'id', table: readAnnotations(value), now };
  }
  try {
    const now = (given: LeavingCase): ClaimTable => {
      const { text: built } = claimReviews(given, null, NO_SETUP);
      return built.includes('"ClaimReview"') ? readClaimReviews(built) : { columns: CLAIM_HEAD, rows: [] };
    };
    return { format: 'claim-review', key: CLAIM_COLUMNS.ref, table: readClaimReviews(text), now };
  } catch (error) {
    if (error instanceof ClaimReviewFault) return null;
    throw error;
  }
}

function csvTable(text: string): Found | null {
  let table: ClaimTable;
  try {
    table = parseCsv(text);
  } catch (error) {
    if (error instanceof CsvFault) return null;
    throw error;
  }
  const { columns } = table;
  if (!columns.includes(CLAIM_COLUMNS.ref)) return null;
  if (columns.includes(CLAIM_COLUMNS.statement)) {
    return {
      format: 'claims-csv',
      key: CLAIM_COLUMNS.ref,
      table,
      now: (given) => parseCsv(claimsCsv(given, null)),
    };
  }
  if (!columns.includes('Media type')) return null;
  return {
    format: 'evidence-csv',
    key: CLAIM_COLUMNS.ref,
    table,
    now: (given) => parseCsv(evidenceCsv(given, null)),
  };
}

const UNKNOWN: TextVerdict = { format: null, seal: 'none', fingerprint: null, against: null };

/**
 * What holds of an exported text: whether it fits its own fingerprint, and where it differs from
 * the case (as it may leave: with the same protection of names as when it was exported).
 */
export function verifyText(text: string, given: LeavingCase | null): TextVerdict {
  const against = (found: Found): Comparison | null =>
    given && compareTables(found.table, found.now(given), found.key);
  if (isHtmlReport(text)) {
    const verdict = verifyHtml(text);
    if (verdict.kind !== 'same') return { ...UNKNOWN, format: 'html', seal: verdict.kind };
    const found = htmlTable(verdict.data);
    const { fingerprint } = verdict;
    return { format: 'html', seal: 'same', fingerprint, against: found && against(found) };
  }
  const found = jsonTable(text) ?? csvTable(text);
  return found ? { ...UNKNOWN, format: found.format, against: against(found) } : UNKNOWN;
}
