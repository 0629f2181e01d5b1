import type { CaseState } from '../model/case-state.ts';
import { voiceOf } from '../model/names.ts';
import { assessmentsOf } from '../queries/indexes.ts';
import { ladderParties } from './ladder-parties.ts';

/** One voice among the evidence of a claim. */
export type Voice = {
  /** The party group behind it, the origin, or the evidence item itself when neither is known. */
  readonly key: string;
  readonly evidenceIds: readonly string[];
  /** Nobody said yet where this evidence comes from. */
  readonly unknown: boolean;
  /** It stands on the claim's ladder already: it repeats the claim. */
  readonly onLadder: boolean;
};

export type Voices = {
  readonly supports: readonly Voice[];
  readonly contradicts: readonly Voice[];
  /** Independent origins for the claim: those on its ladder repeat it and count nothing. */
  readonly forCount: number;
  /** Independent origins against it; a voice of the ladder that now denies the claim counts. */
  readonly againstCount: number;
};

type Side = 'supports' | 'contradicts';

function voiceKey(
  state: CaseState,
  evidenceId: string,
): Pick<Voice, 'key' | 'unknown'> & { party: string | null } {
  const originId = state.evidence.get(evidenceId)?.originId ?? null;
  const origin = originId === null ? undefined : state.origin.get(originId);
  if (!origin) return { key: `evidence ${evidenceId}`, unknown: true, party: null };
  if (origin.partyId === null || !state.party.has(origin.partyId)) {
    return { key: `origin ${origin.id}`, unknown: false, party: null };
  }
  const party = voiceOf(state, origin.partyId);
  return { key: `party ${party}`, unknown: false, party };
}

/**
 * The distinct voices for and against a claim (DESIGN 1). Copies of one origin are one voice, and
 * so are a party and those it is affiliated to; evidence without an origin is a voice of its own
 * and flagged.
 */
export function independentOrigins(state: CaseState, claimId: string): Voices {
  const sides: Record<Side, Map<string, Voice>> = { supports: new Map(), contradicts: new Map() };
  let ladder: ReadonlySet<string> | null = null;
  for (const { evidenceId, stance } of assessmentsOf(state, claimId)) {
    if (stance === 'background' || !state.evidence.has(evidenceId)) continue;
    ladder ??= ladderParties(state, claimId);
    const { key, unknown, party } = voiceKey(state, evidenceId);
    const evidenceIds = [...(sides[stance].get(key)?.evidenceIds ?? []), evidenceId];
    const onLadder = party !== null && ladder.has(party);
    sides[stance].set(key, { key, evidenceIds, unknown, onLadder });
  }
  const supports = [...sides.supports.values()];
  const contradicts = [...sides.contradicts.values()];
  const forCount = supports.filter(({ onLadder }) => !onLadder).length;
  return { supports, contradicts, forCount, againstCount: contradicts.length };
}
