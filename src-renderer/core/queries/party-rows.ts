import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { displayName, partyName } from '../model/names.ts';
import { groupBy } from './indexes.ts';
import { inheritedFrom, type PassageFinder, passageFinder } from './passage-around.ts';

/** A party as the list shows it; claims by id, in the order they were made. */
export type PartyRow = {
  readonly id: string;
  readonly party: Item<'party'>;
  readonly name: string;
  /** Name of the party whose voice it shares, '' for none. */
  readonly affiliation: string;
  /** Claims it stands on the ladder of. */
  readonly says: readonly string[];
  /** Claims whose unclear voice it may be. */
  readonly maySay: readonly string[];
  /** Claims that are about it. */
  readonly about: readonly string[];
  /** Evidence that ultimately comes from it. */
  readonly evidence: readonly string[];
};

type Voices = { readonly id: string; readonly says: readonly string[]; readonly maySay: readonly string[] };

function voicesOf(claim: Item<'claim'>, find: PassageFinder): Voices {
  const passage = inheritedFrom(claim, find);
  const ladder = claim.ladder ?? passage?.ladder ?? [];
  const says = new Set(ladder.map(({ partyId }) => partyId).filter((id) => id !== null));
  const candidates = passage?.voice === 'unclear' ? passage.candidates : [];
  return { id: claim.id, says: [...says], maySay: candidates.filter((id) => !says.has(id)) };
}

/** All parties by name, with who said what and who is spoken about. */
export function partyRows(state: CaseState): PartyRow[] {
  const claims = [...state.claim.values()].filter(({ mergedInto }) => mergedInto === null);
  const find = passageFinder(state);
  const voices = claims.map((claim) => voicesOf(claim, find));
  const says = groupBy(voices, (claim) => claim.says);
  const maySay = groupBy(voices, (claim) => claim.maySay);
  const about = groupBy(claims, ({ subjects }) => new Set(subjects));
  const evidence = groupBy(state.evidence.values(), ({ originId }) => {
    const partyId = originId === null ? null : state.origin.get(originId)?.partyId;
    return partyId ? [partyId] : [];
  });
  const ids = (group: readonly { readonly id: string }[] | undefined) => group?.map(({ id }) => id) ?? [];
  return [...state.party.values()]
    .map((party) => ({
      id: party.id,
      party,
      name: displayName(party),
      affiliation: partyName(state, party.affiliation),
      says: ids(says.get(party.id)),
      maySay: ids(maySay.get(party.id)),
      about: ids(about.get(party.id)),
      evidence: ids(evidence.get(party.id)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
