import type { SealedRecord } from '#core/model/sealed-record.ts';
import type { Command } from '#core/ports/command.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';

export type KeepSealedRecord = { readonly partyId: string; readonly record: SealedRecord };

/** Stores the sealed bytes of a source's record, in the place of the same record as it was. */
export const keepSealedRecord: Command<KeepSealedRecord> = (state, { partyId, record }) => {
  const party = find(state, 'party', partyId);
  if ('refused' in party) return party;
  const others = party.sealed.filter(({ id }) => id !== record.id);
  return update('party', party, { sealed: [...others, record] });
};
