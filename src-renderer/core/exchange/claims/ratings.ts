import { type Verdict, verdictFor } from '../claim-review/rating-words.ts';
import { REASONS, type Reason, STATUSES, type Status } from '../../model/finding.ts';
import type { ColumnMap } from './suggest-columns.ts';
import type { ClaimTable, TableRow } from './table.ts';

/** Words a file rates claims with, how often, and what they may mean. */
export type Rating = { readonly words: string; readonly count: number; readonly suggested: Verdict | null };

/** What a person says the words of a rating mean; null: no finding. */
export type StatusMap = ReadonlyMap<string, Verdict | null>;

const cell = (row: TableRow, at: number | undefined): string =>
  at === undefined ? '' : (row.cells[at]?.trim() ?? '');

const isStatus = (word: string): word is Status => STATUSES.some((status) => status === word);
const isReason = (status: Status, word: string): word is Reason =>
  (REASONS[status] as readonly string[]).includes(word);

/** A row's own rating: status and reason where two columns give them. */
export function ratingOf(row: TableRow, map: ColumnMap): string {
  const [status, reason] = [cell(row, map.status), cell(row, map.reason)];
  return reason === '' ? status : `${status}: ${reason}`;
}

function suggested(words: string): Verdict | null {
  const [status = '', reason = ''] = words.toLowerCase().split(': ');
  if (isStatus(status) && isReason(status, reason)) return { status, reason };
  return verdictFor(words)?.verdict ?? null;
}

/** The distinct ratings of the rows, the most frequent first. */
export function ratingsIn({ rows }: ClaimTable, map: ColumnMap): Rating[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const words = ratingOf(row, map);
    if (words !== '') counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts]
    .map(([words, count]) => ({ words, count, suggested: suggested(words) }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}
