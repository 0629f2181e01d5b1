import type { Command } from '#core/ports/command.ts';
import { create, update } from './support/change.ts';
import { find, findAll, missing } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { orNull } from './support/text.ts';

export type CreateOrigin = {
  readonly id?: string;
  readonly name: string;
  readonly partyId?: string | null;
  readonly note?: string | null;
  /** Evidence that comes from it. */
  readonly evidenceIds?: readonly string[];
};

/** Names where evidence ultimately comes from. */
export const createOrigin: Command<CreateOrigin> = (state, input, context) => {
  const { id = context.newId(), name, partyId = null, note, evidenceIds = [] } = input;
  if (orNull(name) === null) return refuse('name-empty');
  const gone = missing(state, 'party', [partyId]);
  if (gone) return gone;
  const evidence = findAll(evidenceIds, (evidenceId) => find(state, 'evidence', evidenceId));
  if ('refused' in evidence) return evidence;
  return [
    create('origin', id, { name: name.trim(), partyId, note: orNull(note) }),
    ...evidence.flatMap((item) => update('evidence', item, { originId: id })),
  ];
};
