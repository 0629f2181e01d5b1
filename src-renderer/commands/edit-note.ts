import type { Note } from '#core/model/claim-parts.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type EditNote = { readonly noteId: string; readonly fields: Partial<Pick<Note, 'kind' | 'text'>> };

/** Changes a note's words or kind. */
export const editNote: Command<EditNote> = (state, { noteId, fields }) => {
  const note = find(state, 'note', noteId);
  if ('refused' in note) return note;
  const { kind = note.kind, text = note.text } = fields;
  if (text.trim() === '') return refuse('text-empty');
  return update('note', note, { kind, text: text.trim(), ...(kind === 'question' ? {} : { answer: null }) });
};
