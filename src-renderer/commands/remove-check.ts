import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemoveCheck = { readonly checkId: string };

/** Takes a check off the claim; the history keeps it. */
export const removeCheck: Command<RemoveCheck> = (state, { checkId }) => {
  const check = find(state, 'check', checkId);
  return 'refused' in check ? check : [remove('check', checkId)];
};
