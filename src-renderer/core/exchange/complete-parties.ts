import { scriptOf } from '../model/names.ts';
import type { CaseFolder, FolderParty, FolderRung } from './case-folder-schema.ts';

/** Every rung of a folder, those of passages first. */
const rungsOf = (folder: CaseFolder): FolderRung[] =>
  [...folder.passages, ...folder.claims].flatMap(({ attribution }) => attribution ?? []);

/** The party with this name, first names before variants; null when there is none. */
export function partyNamed(parties: readonly FolderParty[], name: string): FolderParty | null {
  const first = parties.find(({ names: [head] }) => head?.text === name);
  return first ?? parties.find(({ names }) => names.some(({ text }) => text === name)) ?? null;
}

/**
 * The folder with a party for each source that is named in a ladder alone: a file that holds only
 * titles, claims and attributions is a case folder, too.
 */
export function completeParties(folder: CaseFolder): CaseFolder {
  const parties = [...folder.parties];
  for (const { source, party, unnamed } of rungsOf(folder)) {
    if (!source?.trim() || party !== null || unnamed !== null || partyNamed(parties, source)) continue;
    parties.push({
      id: `source ${source}`,
      kind: source === folder.document.publisher ? 'organisation' : 'person',
      names: [{ text: source, script: scriptOf(source), kind: 'name' }],
      parts: ['speaker'],
      role: null,
      affiliation: null,
      notToBeConfusedWith: [],
      access: null,
      interest: null,
      safety: 'public',
      pseudonym: null,
      spellings: [],
      note: null,
    });
  }
  return { ...folder, parties };
}
