import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemovePassage = { readonly passageId: string };

/** Takes the voice from a stretch; claims inside lose the ladder they inherited from it. */
export const removePassage: Command<RemovePassage> = (state, { passageId }) => {
  const passage = find(state, 'passage', passageId);
  return 'refused' in passage ? passage : [remove('passage', passageId)];
};
