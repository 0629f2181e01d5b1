import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { type EvidenceFields, tidyEvidence } from './support/evidence-fields.ts';
import { find } from './support/find.ts';

export type EditEvidence = { readonly evidenceId: string; readonly fields: Partial<EvidenceFields> };

/** Changes what is said about an evidence item; never its sealed file. */
export const editEvidence: Command<EditEvidence> = (state, { evidenceId, fields }) => {
  const evidence = find(state, 'evidence', evidenceId);
  if ('refused' in evidence) return evidence;
  const tidied = tidyEvidence(state, fields, evidence);
  return 'refused' in tidied ? tidied : update('evidence', evidence, tidied);
};
