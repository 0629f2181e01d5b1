import type { ClaimFilter, ClaimSort } from '../queries/claim-filter.ts';

/** A filter of the claim list that was given a name and is kept with the case. */
export type SavedFilter = {
  readonly name: string;
  readonly filter: ClaimFilter;
  readonly sort: ClaimSort;
};
