import type { CaseState } from '#core/model/case-state.ts';
import { useCase } from '#renderer/state/case-store.ts';
import type { OpenedCase } from './session.ts';

/**
 * The case as it is, for what leaves it: what is in view may lack findings that are kept from whoever
 * makes a second read.
 */
export const stateOfCase = (opened: OpenedCase | null): CaseState =>
  opened?.desk.open.state ?? useCase.getState().state;
