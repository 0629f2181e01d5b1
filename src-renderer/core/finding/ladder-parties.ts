import type { CaseState } from '../model/case-state.ts';
import { voiceOf } from '../model/names.ts';
import { passagesOf } from '../queries/indexes.ts';

/**
 * The voices on a claim's ladder, each as the outermost party it speaks for. Where the passage's
 * voice is unclear, whoever it may be counts as on the ladder: their word may be the claim itself.
 */
export function ladderParties(state: CaseState, claimId: string): ReadonlySet<string> {
  const claim = state.claim.get(claimId);
  const [anchor] = claim?.anchors ?? [];
  if (!claim) return new Set();
  const passage = anchor
    ? passagesOf(state, anchor.documentId).find(
        (held) => held.anchor.start <= anchor.start && anchor.start < held.anchor.end,
      )
    : undefined;
  const ladder = claim.ladder ?? passage?.ladder ?? [];
  const candidates = claim.ladder === null && passage?.voice === 'unclear' ? passage.candidates : [];
  const parties = [...ladder.map(({ partyId }) => partyId), ...candidates];
  return new Set(parties.filter((id) => id !== null).map((id) => voiceOf(state, id)));
}
