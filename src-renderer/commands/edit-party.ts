import { DEFAULTS, type Entities } from '#core/model/entities.ts';
import type { Item } from '#core/model/item.ts';
import type { Party } from '#core/model/party.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { tidyParty } from './support/party-fields.ts';

export type EditParty = { readonly partyId: string; readonly fields: Partial<Party> };

/** The fields of a party without what the fold adds to them. */
const partyOf = (item: Item<'party'>): Party =>
  Object.fromEntries(
    (Object.keys(DEFAULTS.party) as (keyof Party)[]).map((field) => [field, item[field]]),
  ) as Entities['party'];

/** Changes what is recorded of a party. */
export const editParty: Command<EditParty> = (state, { partyId, fields }) => {
  const held = find(state, 'party', partyId);
  if ('refused' in held) return held;
  const party = tidyParty(state, { ...partyOf(held), ...fields }, partyId);
  return 'refused' in party ? party : update('party', held, party);
};
