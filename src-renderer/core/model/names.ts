import type { CaseState } from './case-state.ts';
import type { Party } from './party.ts';

/** The script a name is written in, by its letters. */
export const scriptOf = (text: string): Party['names'][number]['script'] =>
  /\p{Script=Arabic}/u.test(text) ? 'arabic' : /\p{Script=Latin}/u.test(text) ? 'latin' : 'other';

/** Whether this party talks to us and must be protected by a code name. */
export const isOurSource = (party: Pick<Party, 'parts'>): boolean => party.parts.includes('our source');

/**
 * The name a party is shown by: our sources by their code name alone, and by nothing ('') while
 * they have none; everybody else by their first name.
 */
export function displayName(party: Pick<Party, 'parts' | 'codeName' | 'names'>): string {
  if (party.codeName !== null) return party.codeName;
  return isOurSource(party) ? '' : (party.names[0]?.text ?? '');
}

/** Display name of the party with this id, '' when it is gone or has none. */
export function partyName(state: CaseState, partyId: string | null): string {
  const party = partyId === null ? undefined : state.party.get(partyId);
  return party ? displayName(party) : '';
}

/** Every text a party may be found by; of our sources the code name alone. */
export function searchableNames(party: Pick<Party, 'parts' | 'codeName' | 'names'>): string[] {
  if (party.codeName !== null || isOurSource(party)) return party.codeName === null ? [] : [party.codeName];
  return party.names.map(({ text }) => text);
}

/** The first letters (A … Z, AA …) no code name of the case ends with: "Source A", "Source B". */
export function freeCodeLetter(state: Pick<CaseState, 'party'>): string {
  const taken = new Set<string>();
  for (const { codeName } of state.party.values()) {
    const last = codeName?.trim().split(/\s+/u).at(-1);
    if (last) taken.add(last.toUpperCase());
  }
  for (let at = 0; ; at += 1) if (!taken.has(letters(at))) return letters(at);
}

function letters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letters(Math.floor(at / 26) - 1) + letter;
}

let lastAffiliations: WeakRef<ReadonlyMap<string, string>> | null = null;

/** Who shares whose voice, by party id; the same map again while no affiliation has changed. */
export function affiliationsIn({ party: parties }: Pick<CaseState, 'party'>): ReadonlyMap<string, string> {
  const affiliations = new Map<string, string>();
  for (const { id, affiliation } of parties.values()) {
    if (affiliation !== null && parties.has(affiliation)) affiliations.set(id, affiliation);
  }
  const last = lastAffiliations?.deref();
  const same =
    last?.size === affiliations.size && [...affiliations].every(([id, outer]) => last.get(id) === outer);
  if (last && same) return last;
  lastAffiliations = new WeakRef(affiliations);
  return affiliations;
}

/**
 * Id of the outermost party this one shares its voice with (itself when it has no affiliation).
 * Merged work may leave a circle of affiliations: all of it is one voice, the first id's.
 */
export function voiceOf(affiliations: ReadonlyMap<string, string>, partyId: string): string {
  let voice = partyId;
  for (let steps = 0; steps <= affiliations.size; steps += 1) {
    const next = affiliations.get(voice);
    if (next === undefined) return voice;
    voice = next;
  }
  let least = voice;
  for (let id = affiliations.get(voice); id !== undefined && id !== voice; id = affiliations.get(id)) {
    if (id < least) least = id;
  }
  return least;
}
