import type { CaseState } from '../model/case-state.ts';

/**
 * The case as origins are counted in it: who shares whose voice taken from the whole case. What
 * leaves does not say whom a hidden person works for, but a reporter and the outlet stay one voice.
 */
export function withVoices(state: CaseState, whole: CaseState): CaseState {
  const party = new Map(
    [...state.party].map(([id, item]) => [
      id,
      { ...item, affiliation: whole.party.get(id)?.affiliation ?? null },
    ]),
  );
  return { ...state, party };
}
