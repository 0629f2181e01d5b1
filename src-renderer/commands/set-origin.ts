import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find, findAll, missing } from './support/find.ts';

export type SetOrigin = { readonly evidenceIds: readonly string[]; readonly originId: string | null };

/** Says which origin evidence comes from; null: not known. */
export const setOrigin: Command<SetOrigin> = (state, { evidenceIds, originId }) => {
  const gone = missing(state, 'origin', [originId]);
  if (gone) return gone;
  const evidence = findAll(evidenceIds, (id) => find(state, 'evidence', id));
  if ('refused' in evidence) return evidence;
  return evidence.flatMap((item) => update('evidence', item, { originId }));
};
