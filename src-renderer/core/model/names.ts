import type { CaseState } from './case-state.ts';
import type { Party } from './party.ts';

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
export function freeCodeLetter(state: CaseState): string {
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

/** Id of the outermost party this one shares its voice with (itself when it has no affiliation). */
export function voiceOf(state: CaseState, partyId: string): string {
  const passed = new Set([partyId]);
  let voice = partyId;
  for (;;) {
    const next = state.party.get(voice)?.affiliation ?? null;
    if (next === null || passed.has(next) || !state.party.has(next)) return voice;
    passed.add(next);
    voice = next;
  }
}
