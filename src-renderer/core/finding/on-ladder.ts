import type { CaseState } from '../model/case-state.ts';
import type { Claim } from '../model/claim.ts';
import { voiceOf } from '../model/names.ts';
import type { Passage } from '../model/passage.ts';

/** Parties that published the articles a claim stands in. */
export const publishersOf = (
  documents: CaseState['document'],
  { anchors }: Pick<Claim, 'anchors'>,
): string[] => anchors.flatMap(({ documentId }) => documents.get(documentId)?.publisherId ?? []);

/**
 * Whether a voice (see `voiceOf`) stands on a claim's ladder already. `passage` is the one the claim
 * inherits from, if any: where its voice is unclear, whoever it may be counts as on the ladder,
 * since their word may be the claim itself. `publishers`: who published the article; they are its
 * outermost rung whether anybody wrote that down or not, so their repost repeats the claim.
 */
export function isOnLadder(
  affiliations: ReadonlyMap<string, string>,
  claim: Pick<Claim, 'ladder'>,
  passage: Pick<Passage, 'ladder' | 'voice' | 'candidates'> | null,
  publishers: readonly string[],
  voice: string,
): boolean {
  if (publishers.some((id) => voiceOf(affiliations, id) === voice)) return true;
  for (const { partyId } of claim.ladder ?? passage?.ladder ?? []) {
    if (partyId !== null && voiceOf(affiliations, partyId) === voice) return true;
  }
  if (passage?.voice !== 'unclear') return false;
  return passage.candidates.some((id) => voiceOf(affiliations, id) === voice);
}
