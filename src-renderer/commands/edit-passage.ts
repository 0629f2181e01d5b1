import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { tidyVoice, type VoiceFields } from './support/voice-fields.ts';

export type EditPassage = { readonly passageId: string; readonly fields: Partial<VoiceFields> };

/** Changes whose voice a passage is; its stretch stays. */
export const editPassage: Command<EditPassage> = (state, { passageId, fields }) => {
  const passage = find(state, 'passage', passageId);
  if ('refused' in passage) return passage;
  const { voice, ladder, candidates, why } = passage;
  const tidied = tidyVoice(state, { voice, ladder, candidates, why, ...fields }, passage);
  return 'refused' in tidied ? tidied : update('passage', passage, tidied);
};
