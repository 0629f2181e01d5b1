import { useDeferredValue, useMemo } from 'react';
import type { ClaimFilter, ClaimSort } from '#core/queries/claim-filter.ts';
import { type ClaimRow, claimRows } from '#core/queries/claim-rows.ts';
import { filterClaims, sortClaims } from '#core/queries/filter-claims.ts';
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
const lastShown = new WeakMap<Rows, Shown>();

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
  const last = lastShown.get(rows);
  if (last?.filter === filter && last.sort === sort && last.today === today) return last.rows;
  const shown = filterClaims(sortedRows(rows, sort), filter, today);
  lastShown.set(rows, { filter, sort, today, rows: shown });
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
  const filter = useDeferredValue(useView((view) => view.filter));
  const sort = useView((view) => view.sort);
  return useMemo(() => shownOf(rows, filter, sort), [rows, filter, sort]);
}

/** The same outside of components, for keys. */
export function shownRows(): Rows {
  const { filter, sort } = useView.getState();
  const { state, ahead } = useCase.getState();
  return shownOf(ahead?.rows ?? claimRows(state), filter, sort);
}
