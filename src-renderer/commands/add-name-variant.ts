import type { PartyName } from '#core/model/party.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { tidyNames } from './support/party-fields.ts';
import { refuse } from './support/refuse.ts';

export type AddNameVariant = { readonly partyId: string; readonly name: PartyName };

/** Another name or spelling of a party. */
export const addNameVariant: Command<AddNameVariant> = (state, { partyId, name }) => {
  const party = find(state, 'party', partyId);
  if ('refused' in party) return party;
  if (name.text.trim() === '') return refuse('name-empty');
  const names = tidyNames([...party.names, name]);
  return names.length === party.names.length ? refuse('name-exists') : update('party', party, { names });
};
