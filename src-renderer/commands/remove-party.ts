import type { Command } from '#core/ports/command.ts';
import { partyUses } from '#core/queries/party-uses.ts';
import { remove, update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';

export type RemoveParty = { readonly partyId: string };

/** Removes a party nothing refers to; otherwise says where it is used. */
export const removeParty: Command<RemoveParty> = (state, { partyId }) => {
  const party = find(state, 'party', partyId);
  if ('refused' in party) return party;
  const uses = partyUses(state, partyId);
  if (uses.length > 0) {
    const labels = [...new Set(uses.map(({ label }) => label))];
    return refuse('in-use', { uses: uses.length, refs: labels.slice(0, 5).join(', ') });
  }
  const warned = [...state.party.values()].filter((other) => other.notToBeConfusedWith.includes(partyId));
  return [
    ...warned.flatMap((other) => {
      const left = other.notToBeConfusedWith.filter((id) => id !== partyId);
      return update('party', other, { notToBeConfusedWith: left });
    }),
    ...[...state.detail.values()]
      .filter((detail) => detail.partyId === partyId)
      .flatMap((detail) => update('detail', detail, { partyId: null })),
    remove('party', partyId),
  ];
};
