import { useMemo } from 'react';
import { type ClaimFilter, type ClaimSort, isSameFilter } from '#core/queries/claim-filter.ts';
import { type ClaimRow, claimRows } from '#core/queries/claim-rows.ts';
import { filterClaims, sortClaims } from '#core/queries/filter-claims.ts';
import { isNarrower } from '#core/queries/narrower.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { todayHere } from '#renderer/ui/hooks/today.ts';

type Rows = readonly ClaimRow[];
type Shown = {
  readonly filter: ClaimFilter;
  readonly sort: ClaimSort;
  readonly today: string;
  readonly rows: Rows;
};

/** By the rows they were made of, so that nothing of a locked case stays behind. */
const sortedOf = new WeakMap<Rows, Map<ClaimSort, Rows>>();
const shownBefore = new WeakMap<Rows, Shown[]>();
/** Enough to type a word and take it back. */
const KEPT = 16;

/** The rows in order: sorted once, not again for each key that is typed into the filter. */
function sortedRows(rows: Rows, sort: ClaimSort): Rows {
  const orders = sortedOf.get(rows) ?? new Map<ClaimSort, Rows>();
  sortedOf.set(rows, orders);
  const held = orders.get(sort) ?? sortClaims(rows, sort);
  orders.set(sort, held);
  return held;
}

/** What the filter lets through, in order: worked out once for every part of the window that asks. */
function shownOf(rows: Rows, filter: ClaimFilter, sort: ClaimSort): Rows {
  const today = todayHere();
  const before = (shownBefore.get(rows) ?? []).filter(
    (shown) => shown.sort === sort && shown.today === today,
  );
  const same =
    before.find((shown) => shown.filter === filter) ??
    before.find((shown) => isSameFilter(shown.filter, filter));
  if (same) return same.rows;
  // What a letter more lets through, the letters before it let through: most of a long list is not read again.
  const wider = before.find((shown) => isNarrower(filter, shown.filter));
  const shown = filterClaims(wider?.rows ?? sortedRows(rows, sort), filter, today);
  shownBefore.set(rows, [{ filter, sort, today, rows: shown }, ...before].slice(0, KEPT));
  return shown;
}

/** Every claim of the case as a row. */
export function useAllRows(): Rows {
  const state = useCase((store) => store.state);
  const ahead = useCase((store) => store.ahead);
  return useMemo(() => ahead?.rows ?? claimRows(state), [state, ahead]);
}

/** The rows that the filter lets through, in the chosen order. */
export function useShownRows(): Rows {
  const rows = useAllRows();
  const filter = useView((view) => view.filter);
  const sort = useView((view) => view.sort);
  return useMemo(() => shownOf(rows, filter, sort), [rows, filter, sort]);
}

/** The same outside of components, for keys. */
export function shownRows(): Rows {
  const { filter, sort } = useView.getState();
  const { state, ahead } = useCase.getState();
  return shownOf(ahead?.rows ?? claimRows(state), filter, sort);
}
