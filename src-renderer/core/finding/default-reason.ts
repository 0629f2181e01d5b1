import type { CaseState } from '../model/case-state.ts';
import type { Reason, Status } from '../model/finding.ts';
import { assessmentsOf, checksOf } from '../queries/indexes.ts';

/** The reason a status is given when the person chose none: what the record shows. */
export function defaultReason(state: CaseState, claimId: string, status: Status): Reason {
  if (status === 'corroborated') return 'in full';
  if (status === 'disputed') {
    const against = assessmentsOf(state, claimId).some(({ stance }) => stance === 'contradicts');
    return against ? 'contradicted by evidence' : 'sources disagree';
  }
  const checks = checksOf(state, claimId);
  const nothing = checks.length > 0 && checks.every(({ result }) => result === 'nothing found');
  return nothing ? 'searched, nothing found' : 'insufficient';
}
