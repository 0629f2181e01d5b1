import type { Party } from '#core/model/party.ts';
import type { Command } from '#core/ports/command.ts';
import { isMark } from '#core/protection/marks.ts';
import { needlesOf } from '#core/protection/needles.ts';
import { update } from './support/change.ts';
import { find } from './support/find.ts';
import { refuse } from './support/refuse.ts';
import { checkSpellings, checkStandIn, isTaken } from './support/stand-in.ts';
import { distinct, orNull } from './support/text.ts';

export type ProtectParty = {
  readonly partyId: string;
  readonly fields: Partial<Pick<Party, 'safety' | 'pseudonym' | 'spellings'>>;
};

/**
 * Says how exports treat a party: named, under a pseudonym, or not at all, and which spellings of
 * the name they replace. A pseudonym may not hold a protected name and stands for one party only.
 */
export const protectParty: Command<ProtectParty> = (state, { partyId, fields }) => {
  const party = find(state, 'party', partyId);
  if ('refused' in party) return party;
  const pseudonym = fields.pseudonym === undefined ? party.pseudonym : orNull(fields.pseudonym);
  const spellings = fields.spellings ? distinct(fields.spellings) : party.spellings;
  if (pseudonym !== null && isMark(pseudonym)) return refuse('stand-in-tells', { text: pseudonym });
  if (pseudonym !== null && isTaken(state, pseudonym, partyId)) return refuse('pseudonym-taken');
  const own = [...party.names.map(({ text }) => text), ...spellings].map((words) => ({
    itemId: partyId,
    words,
    as: '',
  }));
  // In a redacted copy the pseudonym stands among the names: only a new one is looked at.
  const fresh = pseudonym === party.pseudonym ? null : pseudonym;
  const refused = checkSpellings(spellings) ?? checkStandIn(fresh, [...needlesOf(state), ...own]);
  if (refused) return refused;
  return update('party', party, { safety: fields.safety ?? party.safety, pseudonym, spellings });
};
