import { create } from 'zustand';
import type { OtherCase } from '#core/proposing/other-case.ts';

/** The cases that were looked into for claims that are the same, until this one is locked. */
export const useOtherCases = create<{ readonly cases: readonly OtherCase[] }>(() => ({ cases: [] }));

/** Set by the workbench only; a case looked into again takes its place. */
export const keepOtherCase = (other: OtherCase): void =>
  useOtherCases.setState(({ cases }) => ({
    cases: [...cases.filter(({ caseId }) => caseId !== other.caseId), other],
  }));

/** Nothing of any other case stays behind. */
export const forgetOtherCases = (): void => useOtherCases.setState({ cases: [] });
