import type { Claim } from '../model/claim.ts';
import { voiceOf } from '../model/names.ts';
import type { Passage } from '../model/passage.ts';

/**
 * Whether a voice (see `voiceOf`) stands on a claim's ladder already. `passage` is the one the claim
 * inherits from, if any: where its voice is unclear, whoever it may be counts as on the ladder,
 * since their word may be the claim itself.
 */
export function isOnLadder(
  affiliations: ReadonlyMap<string, string>,
  claim: Pick<Claim, 'ladder'>,
  passage: Pick<Passage, 'ladder' | 'voice' | 'candidates'> | null,
  voice: string,
): boolean {
  for (const { partyId } of claim.ladder ?? passage?.ladder ?? []) {
    if (partyId !== null && voiceOf(affiliations, partyId) === voice) return true;
  }
  if (passage?.voice !== 'unclear') return false;
  return passage.candidates.some((id) => voiceOf(affiliations, id) === voice);
}
