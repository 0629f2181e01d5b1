import type { CaseState } from '#core/model/case-state.ts';
import { isOurSource } from '#core/model/names.ts';
import type { Party, PartyName } from '#core/model/party.ts';
import type { Refusal } from '#core/ports/command.ts';
import { missing } from './find.ts';
import { refuse } from './refuse.ts';
import { distinct, tidy } from './text.ts';

/** The names with blanks trimmed, empty and doubled ones left out. */
export function tidyNames(names: readonly PartyName[]): PartyName[] {
  const byText = new Map<string, PartyName>();
  for (const name of names) {
    const text = name.text.trim();
    if (text !== '' && !byText.has(text)) byText.set(text, { text, script: name.script, kind: name.kind });
  }
  return [...byText.values()];
}

function checkCodeName(state: CaseState, party: Party, id: string | null): Refusal | null {
  const taken = (name: string) =>
    [...state.party.values()].some(
      (held) => held.id !== id && held.codeName?.toLowerCase() === name.toLowerCase(),
    );
  if (party.codeName !== null) return taken(party.codeName) ? refuse('code-name-taken') : null;
  if (isOurSource(party)) return refuse('code-name-missing');
  return party.names.length === 0 ? refuse('name-empty') : null;
}

/** Whether `affiliation` leads back to `id`. */
function circular(state: CaseState, id: string, affiliation: string): boolean {
  const passed = new Set<string>();
  for (let at: string | null = affiliation; at !== null && !passed.has(at); ) {
    if (at === id) return true;
    passed.add(at);
    at = state.party.get(at)?.affiliation ?? null;
  }
  return false;
}

const named = (party: Party | undefined): (string | null)[] =>
  party ? [party.affiliation, ...party.notToBeConfusedWith] : [];

/** Checks a party as it would stand (`id` null: new) and returns it as it is stored. */
export function tidyParty(state: CaseState, given: Party, id: string | null): Party | Refusal {
  const party: Party = {
    ...tidy(given, ['codeName', 'role', 'access', 'interest', 'note', 'pseudonym']),
    spellings: distinct(given.spellings),
    names: tidyNames(given.names),
    parts: [...new Set(given.parts)],
    notToBeConfusedWith: [...new Set(given.notToBeConfusedWith)].filter((other) => other !== id),
  };
  const refused =
    checkCodeName(state, party, id) ??
    missing(state, 'party', named(party), named(id === null ? undefined : state.party.get(id)));
  if (refused) return refused;
  if (id !== null && party.affiliation !== null && circular(state, id, party.affiliation)) {
    return refuse('affiliation-cycle');
  }
  return party;
}
