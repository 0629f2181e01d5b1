import { REASONS, type Reason, STATUSES } from '../model/finding.ts';
import type { ClaimRow } from './claim-row.ts';
import { isUnfinishedMust } from './filter-claims.ts';

export type Counts = {
  readonly total: number;
  readonly corroborated: number;
  readonly disputed: number;
  /** Unverified after work, 'nothing found' apart. */
  readonly unverified: number;
  readonly nothingFound: number;
  /** Nobody has decided anything: never the same as nothing found. */
  readonly notStarted: number;
  /** Their findings are kept from whoever looks, until their second read. */
  readonly kept: number;
  /** Skipped claims are in none of the statuses above. */
  readonly skipped: number;
  readonly unfinishedMust: number;
  readonly openQuestions: number;
  readonly conflicts: number;
  readonly changed: number;
  readonly byReason: Readonly<Record<Reason, number>>;
};

/** Under which of the counted groups a claim falls. */
export function groupOf({
  status,
  reason,
  skipped,
  findingKept,
}: Pick<ClaimRow, 'status' | 'reason' | 'skipped' | 'findingKept'>) {
  if (skipped !== null) return 'skipped';
  if (findingKept) return 'kept';
  if (reason === 'not started') return 'notStarted';
  return reason === 'searched, nothing found' ? 'nothingFound' : status;
}

const noReasons = () =>
  Object.fromEntries(STATUSES.flatMap((status) => REASONS[status]).map((reason) => [reason, 0])) as Record<
    Reason,
    number
  >;

/** How the claims stand, counted once. */
export function countsOf(rows: readonly ClaimRow[]): Counts {
  const groups = {
    corroborated: 0,
    disputed: 0,
    unverified: 0,
    nothingFound: 0,
    notStarted: 0,
    kept: 0,
    skipped: 0,
  };
  const marks = { unfinishedMust: 0, openQuestions: 0, conflicts: 0, changed: 0 };
  const byReason = noReasons();
  for (const row of rows) {
    groups[groupOf(row)] += 1;
    if (row.skipped === null && !row.findingKept) byReason[row.reason] += 1;
    if (isUnfinishedMust(row)) marks.unfinishedMust += 1;
    if (row.conflict) marks.conflicts += 1;
    if (row.changed) marks.changed += 1;
    marks.openQuestions += row.openQuestions;
  }
  return { total: rows.length, ...groups, ...marks, byReason };
}

/**
 * The next unfinished "must" after the claim `fromId` in the order of the rows, starting over at
 * the end; null when there is none.
 */
export function nextUnfinishedMust(rows: readonly ClaimRow[], fromId: string | null): string | null {
  const from = rows.findIndex(({ id }) => id === fromId);
  const order = [...rows.slice(from + 1), ...rows.slice(0, from + 1)];
  return order.find(isUnfinishedMust)?.id ?? null;
}
