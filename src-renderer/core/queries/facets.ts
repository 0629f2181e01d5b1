import type { CaseState } from '../model/case-state.ts';
import { partyName } from '../model/names.ts';
import { NONE } from './indexes.ts';
import type { ClaimRow } from './claim-row.ts';

/** One choice of a filter: what it lets through, how it reads, how many claims have it. */
export type Facet = { readonly id: string; readonly label: string; readonly count: number };

function count(
  rows: readonly ClaimRow[],
  read: (row: ClaimRow) => Iterable<string>,
  label: (id: string) => string,
): Facet[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const id of new Set(read(row))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, number]) => ({ id, label: label(id), count: number }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** Who speaks in the claims, the most frequent first. */
export const speakersOf = (state: CaseState, rows: readonly ClaimRow[]): Facet[] =>
  count(
    rows,
    ({ speakerId }) => (speakerId === null ? [] : [speakerId]),
    (id) => partyName(state, id),
  );

/** Whom the claims are about. */
export const subjectsOf = (state: CaseState, rows: readonly ClaimRow[]): Facet[] =>
  count(
    rows,
    ({ claim }) => claim?.subjects ?? NONE,
    (id) => partyName(state, id),
  );

/** Who works on the claims, by alias; nobody last and under ''. */
export const ownersOf = (rows: readonly ClaimRow[]): Facet[] =>
  count(
    rows,
    ({ owner }) => [owner ?? ''],
    (alias) => alias,
  );

export const tagsOf = (rows: readonly ClaimRow[]): Facet[] =>
  count(
    rows,
    ({ claim }) => claim?.tags ?? NONE,
    (tag) => tag,
  );

export const documentsOf = (state: CaseState, rows: readonly ClaimRow[]): Facet[] =>
  count(
    rows,
    ({ claim }) => claim?.anchors.map(({ documentId }) => documentId) ?? NONE,
    (id) => state.document.get(id)?.title ?? '',
  );
