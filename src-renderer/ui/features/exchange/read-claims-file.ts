import { ClaimReviewFault, readClaimReviews } from '#core/exchange/claim-review/read.ts';
import { CsvFault, parseCsv } from '#core/exchange/csv/csv-text.ts';
import type { ClaimTable } from '#core/exchange/claims/table.ts';
import type { ReadFile } from '#core/ports/exchange-work.ts';
import { decodeText } from '#core/text/decode.ts';

/** The claims of a file, or the key of the words that say why there are none. */
export type ReadClaims =
  | { readonly kind: 'csv' | 'review'; readonly table: ClaimTable; readonly name: string }
  | { readonly problem: string; readonly line: number };

const looksLikeReview = (name: string, text: string): boolean =>
  /\.(?:jsonld|json|html?)$/iu.test(name) || /^\s*[[{<]/u.test(text);

/** Reads ClaimReview or CSV, by the file's ending and first sign. */
export function readClaimsFile({ name, bytes }: ReadFile): ReadClaims {
  const decoded = decodeText(bytes);
  if ('failure' in decoded) return { problem: `file-${decoded.failure}`, line: 0 };
  const { text } = decoded;
  try {
    return looksLikeReview(name, text)
      ? { kind: 'review', table: readClaimReviews(text), name }
      : { kind: 'csv', table: parseCsv(text), name };
  } catch (error) {
    if (error instanceof CsvFault) return { problem: error.code, line: error.line };
    if (error instanceof ClaimReviewFault) return { problem: error.code, line: 0 };
    throw error;
  }
}
