import type { CaseState } from '../model/case-state.ts';
import type { Evidence } from '../model/evidence.ts';

/** Testimony and media given off the record never leave the case. */
export const isOffRecord = ({ receipt }: Pick<Evidence, 'receipt'>): boolean =>
  receipt?.terms === 'off record';

/**
 * The case without what was given off the record: neither the items nor their bearing on claims,
 * so that no count gives them away.
 */
export function withoutOffRecord(state: CaseState): CaseState {
  const evidence = new Map([...state.evidence].filter(([, item]) => !isOffRecord(item)));
  if (evidence.size === state.evidence.size) return state;
  const assessment = new Map(
    [...state.assessment].filter(([, { evidenceId }]) => {
      const item = state.evidence.get(evidenceId);
      return item === undefined || !isOffRecord(item);
    }),
  );
  return { ...state, evidence, assessment };
}
