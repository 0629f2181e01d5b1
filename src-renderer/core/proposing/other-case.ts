import { CASE_ITEM_ID } from '../model/case-info.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Reason, Status } from '../model/finding.ts';
import { claimRows } from '../queries/claim-rows.ts';

/** A claim of another case, as much of it as tells whether it is the same and what was found. */
export type OtherClaim = {
  readonly id: string;
  readonly ref: string;
  readonly statement: string;
  /** Null where whoever looks owes the second read and may not see the first finding yet. */
  readonly finding: { readonly status: Status; readonly reason: Reason } | null;
};

/** What a look into another case keeps of it: its claims, and nothing of its parties or evidence. */
export type OtherCase = {
  readonly caseId: string;
  readonly title: string;
  readonly claims: readonly OtherClaim[];
};

/**
 * What may be compared of a case (`asSeenBy` whoever looks). Claims that were skipped or merged into
 * others are none to be the same as.
 */
export function otherCase(caseId: string, state: CaseState): OtherCase {
  const claims = claimRows(state)
    .filter(({ skipped }) => skipped === null)
    .map(({ id, ref, statement, status, reason, findingKept }): OtherClaim => {
      return { id, ref, statement, finding: findingKept ? null : { status, reason } };
    });
  return { caseId, title: state.case.get(CASE_ITEM_ID)?.title ?? '', claims };
}
