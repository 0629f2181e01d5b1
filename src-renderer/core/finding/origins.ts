import type { CaseState } from '../model/case-state.ts';
import type { Stance } from '../model/claim-parts.ts';
import type { Item } from '../model/item.ts';
import { affiliationsIn, voiceOf } from '../model/names.ts';
import { assessmentsOf } from '../queries/indexes.ts';
import { memoised } from '../queries/memo.ts';
import { inheritedFrom, passageFinder } from '../queries/passage-around.ts';
import { linkOrSelf } from './capture-set.ts';
import { isOnLadder, publishersOf } from './on-ladder.ts';

/** Key of all evidence of which nobody has said where it comes from: any of it may be a copy. */
const UNKNOWN = 'unknown';

/** One voice among the evidence of a claim. */
export type Voice = {
  /** The party group behind it, the origin, or {@link UNKNOWN} when neither is known. */
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

/** Whose voice an evidence item is; `party` null when no party is known to be behind it. */
export type Source = Pick<Voice, 'key' | 'unknown'> & { readonly party: string | null };

const lastSources = new WeakMap<Item<'evidence'>, Source>();

/** The same object as last time while it says the same. */
function stable(evidence: Item<'evidence'>, source: Source): Source {
  const last = lastSources.get(evidence);
  if (last?.key === source.key) return last;
  lastSources.set(evidence, source);
  return source;
}

const sourcesOf = memoised(
  (
    evidence: CaseState['evidence'],
    origins: CaseState['origin'],
    party: CaseState['party'],
  ): ReadonlyMap<string, Source> => {
    const affiliations = affiliationsIn({ party });
    const sourceOf = (item: Item<'evidence'>): Source => {
      // A capture is its link once more.
      const originId = item.originId ?? linkOrSelf({ evidence }, item).originId;
      const origin = originId === null ? undefined : origins.get(originId);
      if (!origin) return { key: UNKNOWN, unknown: true, party: null };
      if (origin.partyId === null || !party.has(origin.partyId)) {
        return { key: `origin ${origin.id}`, unknown: false, party: null };
      }
      const voice = voiceOf(affiliations, origin.partyId);
      return { key: `party ${voice}`, unknown: false, party: voice };
    };
    return new Map([...evidence.values()].map((item) => [item.id, stable(item, sourceOf(item))]));
  },
);

/** Whose voice each evidence item is, by id. */
export const sourcesIn = (
  state: Pick<CaseState, 'evidence' | 'origin' | 'party'>,
): ReadonlyMap<string, Source> => sourcesOf(state.evidence, state.origin, state.party);

type Heard = { readonly source: Source; readonly evidenceIds: string[] };

/** The evidence that takes this side, by whose voice it is. */
function heard(
  assessments: readonly Item<'assessment'>[],
  sources: readonly (Source | undefined)[],
  side: Stance,
): Heard[] {
  const voices: Heard[] = [];
  for (const [at, { evidenceId, stance }] of assessments.entries()) {
    const source = stance === side ? sources[at] : undefined;
    if (!source) continue;
    const same = voices.find((voice) => voice.source.key === source.key);
    if (same) same.evidenceIds.push(evidenceId);
    else voices.push({ source, evidenceIds: [evidenceId] });
  }
  return voices;
}

/** Voices that count: those of unknown origin add nothing to known ones, and are one by themselves. */
function count(voices: readonly Voice[]): number {
  let known = 0;
  for (const { unknown } of voices) if (!unknown) known += 1;
  return known > 0 ? known : Math.min(1, voices.length);
}

/**
 * The distinct voices among assessments, whose sources come in the same order; `repeats` tells which
 * voices are on the claim's ladder.
 */
export function voicesAmong(
  assessments: readonly Item<'assessment'>[],
  sources: readonly (Source | undefined)[],
  repeats: (party: string) => boolean,
): Voices {
  const voice = ({ source: { key, unknown, party }, evidenceIds }: Heard): Voice => ({
    key,
    evidenceIds,
    unknown,
    onLadder: party !== null && repeats(party),
  });
  const supports = heard(assessments, sources, 'supports').map(voice);
  const contradicts = heard(assessments, sources, 'contradicts').map(voice);
  const forCount = count(supports.filter(({ onLadder }) => !onLadder));
  return { supports, contradicts, forCount, againstCount: count(contradicts) };
}

/**
 * The distinct voices for and against a claim (DESIGN 1). Copies of one origin are one voice, and
 * so are a party and those it is affiliated to. Evidence without an origin may be a copy of any
 * other: all of it is one voice at most, and flagged.
 */
export function independentOrigins(state: CaseState, claimId: string): Voices {
  const claim = state.claim.get(claimId);
  const passage = claim ? inheritedFrom(claim, passageFinder(state)) : null;
  const affiliations = affiliationsIn(state);
  const assessments = assessmentsOf(state, claimId);
  const sources = sourcesIn(state);
  const publishers = claim ? publishersOf(state.document, claim) : [];
  return voicesAmong(
    assessments,
    assessments.map(({ evidenceId }) => sources.get(evidenceId)),
    (party) => claim !== undefined && isOnLadder(affiliations, claim, passage, publishers, party),
  );
}
