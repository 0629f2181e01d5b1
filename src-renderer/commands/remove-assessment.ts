import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemoveAssessment = { readonly assessmentId: string };

/** The evidence bears on the claim no longer; the evidence itself stays. */
export const removeAssessment: Command<RemoveAssessment> = (state, { assessmentId }) => {
  const assessment = find(state, 'assessment', assessmentId);
  return 'refused' in assessment ? assessment : [remove('assessment', assessmentId)];
};
