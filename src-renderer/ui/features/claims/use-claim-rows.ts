import { useDeferredValue, useMemo } from 'react';
import { type ClaimRow, claimRows } from '#core/queries/claim-rows.ts';
import { filterClaims, sortClaims } from '#core/queries/filter-claims.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { todayHere } from '#renderer/ui/hooks/today.ts';

/** Every claim of the case as a row. */
export function useAllRows(): readonly ClaimRow[] {
  const state = useCase((store) => store.state);
  return useMemo(() => claimRows(state), [state]);
}

/** The rows that the filter lets through, in the chosen order. */
export function useShownRows(): readonly ClaimRow[] {
  const rows = useAllRows();
  const filter = useDeferredValue(useView((view) => view.filter));
  const sort = useView((view) => view.sort);
  return useMemo(() => sortClaims(filterClaims(rows, filter, todayHere()), sort), [rows, filter, sort]);
}

/** The same outside of components, for keys. */
export function shownRows(): readonly ClaimRow[] {
  const { filter, sort } = useView.getState();
  return sortClaims(filterClaims(claimRows(useCase.getState().state), filter, todayHere()), sort);
}
