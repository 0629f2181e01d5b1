import { linkOrSelf } from '../finding/capture-set.ts';
import { seemCopies } from '../finding/origin-suggestions.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Stance } from '../model/claim-parts.ts';
import type { Item } from '../model/item.ts';
import { partyName } from '../model/names.ts';
import { compareRefs } from '../model/refs.ts';
import { assessmentsWith } from './indexes.ts';

/** How an evidence item bears on one claim. */
export type Bearing = {
  readonly assessmentId: string;
  readonly claimId: string;
  readonly ref: string;
  readonly stance: Stance;
};

/** An evidence item as the list shows it. */
export type EvidenceRow = {
  readonly id: string;
  readonly evidence: Item<'evidence'>;
  /** Name of its origin, null while nobody said where it comes from. */
  readonly origin: string | null;
  /** Who gave it to us; our sources by code name. */
  readonly receivedFrom: string;
  readonly bearings: readonly Bearing[];
  /** Reference of the link it is a capture of, else null. */
  readonly captureOf: string | null;
  /** Something suggests that it is a copy of another item or the article's own. */
  readonly seemsCopy: boolean;
};

/** The bearings of an evidence item on claims, by reference. */
export const bearingsOf = (state: CaseState, evidenceId: string): Bearing[] =>
  assessmentsWith(state, evidenceId)
    .map(({ id, claimId, stance }) => ({
      assessmentId: id,
      claimId,
      ref: state.claim.get(claimId)?.ref ?? '',
      stance,
    }))
    .sort((a, b) => compareRefs(a.ref, b.ref));

function originOf(state: CaseState, evidence: Item<'evidence'>): string | null {
  const originId = evidence.originId ?? linkOrSelf(state, evidence).originId;
  return state.origin.get(originId ?? '')?.name ?? null;
}

/** All evidence, by reference. */
export function evidenceRows(state: CaseState): EvidenceRow[] {
  const copies = seemCopies(state);
  return [...state.evidence.values()]
    .map((evidence) => ({
      id: evidence.id,
      evidence,
      origin: originOf(state, evidence),
      receivedFrom: partyName(state, evidence.receipt?.from ?? null),
      bearings: bearingsOf(state, evidence.id),
      seemsCopy: copies.has(evidence.id),
      captureOf: state.evidence.get(evidence.capture?.linkId ?? '')?.ref ?? null,
    }))
    .sort((a, b) => compareRefs(a.evidence.ref, b.evidence.ref));
}
