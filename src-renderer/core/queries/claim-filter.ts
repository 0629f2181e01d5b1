import type { Priority, Stage } from '../model/claim.ts';
import type { Reason, Status } from '../model/finding.ts';

/** Filter of the claim list; empty arrays and null let everything through. */
export type ClaimFilter = {
  readonly text: string;
  readonly statuses: readonly Status[];
  readonly reasons: readonly Reason[];
  readonly speakers: readonly string[];
  readonly subjects: readonly string[];
  readonly priorities: readonly Priority[];
  readonly tags: readonly string[];
  readonly documents: readonly string[];
  readonly hasEvidence: boolean | null;
  /** Depends on a claim that changed since. */
  readonly dependsOnChanged: boolean;
  /** Findings stand against each other, or one removed what another changed. */
  readonly conflict: boolean;
  /** Must, and not finished. */
  readonly unfinishedMust: boolean;
  readonly stages: readonly Stage[];
  /** Aliases; '' for claims that nobody owns. */
  readonly owners: readonly string[];
  /** Something about it is due (`due.ts`). */
  readonly due: boolean;
  readonly skipped: 'hide' | 'only' | 'show';
};

export const NO_FILTER: ClaimFilter = {
  text: '',
  statuses: [],
  reasons: [],
  speakers: [],
  subjects: [],
  priorities: [],
  tags: [],
  documents: [],
  hasEvidence: null,
  dependsOnChanged: false,
  conflict: false,
  unfinishedMust: false,
  stages: [],
  owners: [],
  due: false,
  skipped: 'show',
};

export type ClaimSort = 'text' | 'reference' | 'priority' | 'status' | 'changed';

/** Whether two filters let the same claims through, in whatever order their choices were made. */
export function isSameFilter(a: ClaimFilter, b: ClaimFilter): boolean {
  const told = (filter: ClaimFilter) =>
    JSON.stringify(
      Object.entries({ ...NO_FILTER, ...filter })
        .map(([field, value]) => [field, Array.isArray(value) ? value.map(String).sort() : value])
        .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1)),
    );
  return told(a) === told(b);
}
