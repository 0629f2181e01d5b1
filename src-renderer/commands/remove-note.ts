import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemoveNote = { readonly noteId: string };

/** Removes a note, calculation or question; the history keeps it. */
export const removeNote: Command<RemoveNote> = (state, { noteId }) => {
  const note = find(state, 'note', noteId);
  return 'refused' in note ? note : [remove('note', noteId)];
};
