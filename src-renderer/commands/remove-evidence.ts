import { capturesOf } from '#core/finding/capture-set.ts';
import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemoveEvidence = { readonly evidenceId: string; readonly reason?: string };

/** Removes an evidence item, its assessments and, of a link, its captures. Its reference is never used again. */
export const removeEvidence: Command<RemoveEvidence> = (state, { evidenceId, reason }) => {
  const evidence = find(state, 'evidence', evidenceId);
  if ('refused' in evidence) return evidence;
  const gone = new Set([evidenceId, ...capturesOf(state, evidenceId).map(({ id }) => id)]);
  const assessments = [...state.assessment.values()].filter((held) => gone.has(held.evidenceId));
  return [
    ...assessments.map(({ id }) => remove('assessment', id)),
    ...[...gone].map((id) => remove('evidence', id, reason)),
  ];
};
