import { DEFAULTS } from '#core/model/entities.ts';
import type { Party } from '#core/model/party.ts';
import type { Command } from '#core/ports/command.ts';
import { create } from './support/change.ts';
import { tidyParty } from './support/party-fields.ts';

export type AddParty = { readonly id?: string; readonly fields: Partial<Party> };

/** Adds a person or organisation; our sources need a code name and no other. */
export const addParty: Command<AddParty> = (state, { id, fields }, context) => {
  const party = tidyParty(state, { ...DEFAULTS.party, ...fields }, null);
  return 'refused' in party ? party : [create('party', id ?? context.newId(), party)];
};
