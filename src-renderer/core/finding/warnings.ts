import type { CaseState } from '../model/case-state.ts';
import type { Finding } from '../model/finding.ts';
import { dependsOnChanged } from '../queries/depends-on-changed.ts';
import { assessmentsOf, checksOf, relationsOf } from '../queries/indexes.ts';
import { likenessToArticle } from './origin-suggestions.ts';
import { independentOrigins, type Voice, type Voices } from './origins.ts';

/** What may stand beside a rationale; the window words them under `warnings.<code>`. */
export const WARNINGS = [
  'nothing-attached',
  'only-background',
  'no-support',
  'one-origin',
  'origin-unknown',
  'repeats-claim',
  'evidence-against',
  'nothing-contradicts',
  'part-missing',
  'no-check',
  'depends-on-disputed',
  'depends-on-changed',
] as const;
export type WarningCode = (typeof WARNINGS)[number];

/** `refs`: the evidence or claims it is about. */
export type Warning = { readonly code: WarningCode; readonly refs: readonly string[] };

/** The finding a person is about to save. */
export type Draft = Pick<Finding, 'status'> & Partial<Pick<Finding, 'reason' | 'part'>>;

const evidenceRefs = (state: CaseState, voices: readonly Voice[]) =>
  voices.flatMap(({ evidenceIds }) => evidenceIds.map((id) => state.evidence.get(id)?.ref ?? ''));

const warning = (code: WarningCode, refs: readonly string[] = []): Warning => ({ code, refs });

/** About the sources a finding rests on. */
function aboutVoices(state: CaseState, voices: readonly Voice[]): Warning[] {
  const unknown = evidenceRefs(
    state,
    voices.filter((voice) => voice.unknown),
  );
  return unknown.length > 0 ? [warning('origin-unknown', unknown)] : [];
}

/** Whether an item of which nobody said where it comes from is the claim's own article, or its outlet's page. */
function isArticles(state: CaseState, claimId: string, evidenceId: string): boolean {
  const evidence = state.evidence.get(evidenceId);
  const anchors = state.claim.get(claimId)?.anchors ?? [];
  return anchors.some(({ documentId }) => {
    const document = state.document.get(documentId);
    return evidence && document && likenessToArticle(evidence, document) !== null;
  });
}

/** Voices that say no more than the claim: on its ladder, or by their address the article over again. */
const repeating = (state: CaseState, claimId: string, supports: readonly Voice[]): Voice[] =>
  supports.flatMap((voice): Voice[] => {
    if (voice.onLadder) return [voice];
    const evidenceIds = voice.unknown ? voice.evidenceIds.filter((id) => isArticles(state, claimId, id)) : [];
    return evidenceIds.length > 0 ? [{ ...voice, evidenceIds }] : [];
  });

function aboutSupport(
  state: CaseState,
  claimId: string,
  { supports, contradicts, forCount }: Voices,
): Warning[] {
  const repeats = evidenceRefs(state, repeating(state, claimId, supports));
  const counted = supports.filter(({ onLadder }) => !onLadder);
  return [
    ...(forCount === 0 ? [warning('no-support')] : []),
    ...(forCount === 1 ? [warning('one-origin', evidenceRefs(state, counted))] : []),
    ...(repeats.length > 0 ? [warning('repeats-claim', repeats)] : []),
    ...aboutVoices(state, supports),
    ...(contradicts.length > 0 ? [warning('evidence-against', evidenceRefs(state, contradicts))] : []),
  ];
}

function aboutDispute(state: CaseState, claimId: string, voices: Voices, draft: Draft): Warning[] {
  const tension = relationsOf(state, claimId).some(({ kind }) => kind === 'in tension with');
  const disagree = draft.reason === 'sources disagree' && tension;
  return [
    ...(voices.againstCount === 0 && !disagree ? [warning('nothing-contradicts')] : []),
    ...aboutVoices(state, voices.contradicts),
  ];
}

/** About what is attached, for the two statuses that rest on evidence. */
function aboutEvidence(state: CaseState, claimId: string, draft: Draft): Warning[] {
  const stances = assessmentsOf(state, claimId).map(({ stance }) => stance);
  if (stances.length === 0) return [warning('nothing-attached')];
  if (stances.every((stance) => stance === 'background')) return [warning('only-background')];
  const voices = independentOrigins(state, claimId);
  return draft.status === 'corroborated'
    ? aboutSupport(state, claimId, voices)
    : aboutDispute(state, claimId, voices, draft);
}

function aboutDependencies(state: CaseState, claimId: string, draft: Draft): Warning[] {
  const refOf = (id: string) => state.claim.get(id)?.ref ?? '';
  const disputed = relationsOf(state, claimId)
    .filter(({ from, kind }) => kind === 'depends on' && from === claimId)
    .filter(({ to }) => state.claim.get(to)?.finding?.status === 'disputed')
    .map(({ to }) => refOf(to));
  const changed = dependsOnChanged(state).get(claimId) ?? [];
  return [
    ...(draft.status === 'corroborated' && disputed.length > 0
      ? [warning('depends-on-disputed', disputed)]
      : []),
    ...(changed.length > 0 ? [warning('depends-on-changed', changed.map(refOf))] : []),
  ];
}

/**
 * What a person should see before saving this finding. None of it forbids anything: a rationale
 * written with the warnings in view overrides them (DESIGN 1).
 */
export function warningsFor(state: CaseState, claimId: string, draft: Draft): Warning[] {
  const { status, reason } = draft;
  const unsearched = reason === 'searched, nothing found' && checksOf(state, claimId).length === 0;
  const partless = status === 'corroborated' && reason === 'in part' && !draft.part?.trim();
  return [
    ...(status === 'unverified' ? [] : aboutEvidence(state, claimId, draft)),
    ...(partless ? [warning('part-missing')] : []),
    ...(status === 'unverified' && unsearched ? [warning('no-check')] : []),
    ...aboutDependencies(state, claimId, draft),
  ];
}
