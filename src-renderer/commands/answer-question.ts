import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { orNull } from './support/text.ts';

/** `answer` null or blank opens the question again. */
export type AnswerQuestion = { readonly noteId: string; readonly answer: string | null };

/** Answers an open question on a claim. */
export const answerQuestion: Command<AnswerQuestion> = (state, { noteId, answer }) => {
  const note = find(state, 'note', noteId);
  if ('refused' in note) return note;
  if (note.kind !== 'question') return refuse('not-found', { entity: 'question' });
  return update('note', note, { answer: orNull(answer) });
};
