import type { CaseState } from '../model/case-state.ts';
import type { Ladder } from '../model/ladder.ts';
import { displayName } from '../model/names.ts';

/** A place that refers to a party. */
export type PartyUse = {
  readonly where:
    | 'publisher'
    | 'passage'
    | 'candidate'
    | 'ladder'
    | 'subject'
    | 'origin'
    | 'receipt'
    | 'affiliation';
  /** Id of the item that refers to it. */
  readonly id: string;
  /** Its reference, or its name when it has none. */
  readonly label: string;
};

const onLadder = (ladder: Ladder | null, partyId: string) =>
  ladder?.some((rung) => rung.partyId === partyId) ?? false;

function inDocuments(state: CaseState, partyId: string): PartyUse[] {
  const uses: PartyUse[] = [];
  for (const { id, ref, publisherId } of state.document.values()) {
    if (publisherId === partyId) uses.push({ where: 'publisher', id, label: ref });
  }
  for (const { id, anchor, ladder, candidates } of state.passage.values()) {
    const label = state.document.get(anchor.documentId)?.ref ?? '';
    if (onLadder(ladder, partyId)) uses.push({ where: 'passage', id, label });
    if (candidates.includes(partyId)) uses.push({ where: 'candidate', id, label });
  }
  return uses;
}

/** Every place that refers to the party, "not to be confused with" apart. */
export function partyUses(state: CaseState, partyId: string): PartyUse[] {
  const uses = inDocuments(state, partyId);
  for (const { id, ref, ladder, subjects } of state.claim.values()) {
    if (onLadder(ladder, partyId)) uses.push({ where: 'ladder', id, label: ref });
    if (subjects.includes(partyId)) uses.push({ where: 'subject', id, label: ref });
  }
  for (const origin of state.origin.values()) {
    if (origin.partyId === partyId) uses.push({ where: 'origin', id: origin.id, label: origin.name });
  }
  for (const { id, ref, receipt } of state.evidence.values()) {
    if (receipt?.from === partyId) uses.push({ where: 'receipt', id, label: ref });
  }
  for (const party of state.party.values()) {
    if (party.affiliation === partyId)
      uses.push({ where: 'affiliation', id: party.id, label: displayName(party) });
  }
  return uses;
}
