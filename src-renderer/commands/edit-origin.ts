import type { Origin } from '#core/model/evidence.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find, missing } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { tidy } from './support/text.ts';

export type EditOrigin = { readonly originId: string; readonly fields: Partial<Origin> };

/** Changes what is recorded of an origin. */
export const editOrigin: Command<EditOrigin> = (state, { originId, fields }) => {
  const origin = find(state, 'origin', originId);
  if ('refused' in origin) return origin;
  if (fields.name?.trim() === '') return refuse('name-empty');
  const gone = missing(state, 'party', [fields.partyId], [origin.partyId]);
  if (gone) return gone;
  const name = fields.name === undefined ? {} : { name: fields.name.trim() };
  return update('origin', origin, { ...tidy(fields, ['note']), ...name });
};
