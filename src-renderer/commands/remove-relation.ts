import type { Command } from '#core/ports/command.ts';
import { remove } from './support/change.ts';
import { find } from './support/find.ts';

export type RemoveRelation = { readonly relationId: string };

/** Takes a relation between two claims away. */
export const removeRelation: Command<RemoveRelation> = (state, { relationId }) => {
  const relation = find(state, 'relation', relationId);
  return 'refused' in relation ? relation : [remove('relation', relationId)];
};
