import type { CaseState } from '../model/case-state.ts';
import { voiceOf } from '../model/names.ts';
import { passageAround } from '../queries/passage-around.ts';

/**
 * The voices on a claim's ladder, each as the outermost party it speaks for. Where the passage's
 * voice is unclear, whoever it may be counts as on the ladder: their word may be the claim itself.
 */
export function ladderParties(state: CaseState, claimId: string): ReadonlySet<string> {
  const claim = state.claim.get(claimId);
  const [anchor] = claim?.anchors ?? [];
  const passage = claim?.ladder === null && anchor ? passageAround(state, anchor) : null;
  const rungs = claim?.ladder ?? passage?.ladder ?? [];
  const candidates = passage?.voice === 'unclear' ? passage.candidates : [];
  const voices = new Set<string>(candidates.map((id) => voiceOf(state, id)));
  for (const { partyId } of rungs) if (partyId !== null) voices.add(voiceOf(state, partyId));
  return voices;
}
