import type { Check } from '#core/model/claim-parts.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { tidyCheck } from './support/check-fields.ts';
import { find } from './support/find.ts';

export type EditCheck = {
  readonly checkId: string;
  readonly fields: Partial<Omit<Check, 'claimId'>>;
};

/** Changes what was recorded of a check. */
export const editCheck: Command<EditCheck> = (state, { checkId, fields }) => {
  const held = find(state, 'check', checkId);
  if ('refused' in held) return held;
  const { claimId, where, words, when, by, result, until, next } = held;
  const check = tidyCheck({ claimId, where, words, when, by, result, until, next, ...fields });
  return 'refused' in check ? check : update('check', held, check);
};
