import type { CaseState } from '../../model/case-state.ts';
import type { Item } from '../../model/item.ts';
import { displayName } from '../../model/names.ts';
import type { Party } from '../../model/party.ts';
import { compareRefs } from '../../model/refs.ts';
import { inheritedFrom, passageFinder } from '../../queries/passage-around.ts';

/** A case as it may leave: what is off the record is out and protected names are replaced already. */
export type LeavingCase = {
  readonly state: CaseState;
  readonly texts: ReadonlyMap<string, string>;
  /** The case to count independent origins in, where another one tells more of who shares a voice. */
  readonly counted?: CaseState;
};

/** The claims to export by reference; null: all that were not merged into another. */
export function chosenClaims(state: CaseState, claimIds: readonly string[] | null): Item<'claim'>[] {
  const wanted = claimIds && new Set(claimIds);
  return [...state.claim.values()]
    .filter(({ id, mergedInto }) => mergedInto === null && (wanted?.has(id) ?? true))
    .sort((a, b) => compareRefs(a.ref, b.ref));
}

/** The innermost party on the claim's ladder that may be named: who is said to have made the claim. */
export function speakerOf(state: CaseState, claim: Item<'claim'>): Party | null {
  const ladder = claim.ladder ?? inheritedFrom(claim, passageFinder(state))?.ladder ?? [];
  const named = ladder
    .map(({ partyId }) => (partyId === null ? undefined : state.party.get(partyId)))
    .filter((party) => party !== undefined && displayName(party) !== '');
  return named.at(-1) ?? null;
}

/** The documents a claim stands in, each once. */
export const documentsOf = (state: CaseState, claim: Item<'claim'>): Item<'document'>[] =>
  [...new Set(claim.anchors.map(({ documentId }) => documentId))].flatMap(
    (id) => state.document.get(id) ?? [],
  );
