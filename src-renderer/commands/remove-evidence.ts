import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemoveEvidence = { readonly evidenceId: string; readonly reason?: string };

/** Removes an evidence item and its assessments. Its reference is never used again. */
export const removeEvidence: Command<RemoveEvidence> = (state, { evidenceId, reason }) => {
  const evidence = find(state, 'evidence', evidenceId);
  if ('refused' in evidence) return evidence;
  const assessments = [...state.assessment.values()].filter((held) => held.evidenceId === evidenceId);
  return [...assessments.map(({ id }) => remove('assessment', id)), remove('evidence', evidenceId, reason)];
};
