import { independentOrigins } from '../finding/origins.ts';
import { openConflict } from '../finding/conflict.ts';
import { statusOf } from '../finding/status-of.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Priority, SkipReason } from '../model/claim.ts';
import type { Reason, Status } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import { partyName } from '../model/names.ts';
import { refNumber } from '../model/refs.ts';
import { dependsOnChanged } from './depends-on-changed.ts';
import { assessmentsOf, notesOf } from './indexes.ts';
import { passageAround } from './passage-around.ts';

/** A claim as the list shows it. The same object again while nothing it shows has changed. */
export type ClaimRow = {
  readonly id: string;
  readonly claim: Item<'claim'>;
  readonly ref: string;
  readonly statement: string;
  readonly status: Status;
  readonly reason: Reason;
  /** Name of the innermost party of the ladder, else the words for nobody ("it was revealed"). */
  readonly speaker: string;
  readonly speakerId: string | null;
  /** Inherited from a passage whose voice is unclear. */
  readonly voiceUnclear: boolean;
  readonly priority: Priority;
  readonly accuses: boolean;
  /** Independent origins (DESIGN 1). */
  readonly originsFor: number;
  readonly originsAgainst: number;
  readonly hasEvidence: boolean;
  readonly openQuestions: number;
  /** Depends on a claim that changed since. */
  readonly changed: boolean;
  /** Several findings stand, or it was deleted by one and changed by another. */
  readonly conflict: boolean;
  readonly skipped: SkipReason | null;
  /** Order of the text: document, then place. */
  readonly position: number;
  /** Clock reading of the last change of the claim itself. */
  readonly changedAt: string;
};

/** More than the offset of any place in a document. */
const DOCUMENT_STRIDE = 2 ** 32;

type Speaker = Pick<ClaimRow, 'speaker' | 'speakerId' | 'voiceUnclear'>;

function speakerOf(state: CaseState, claim: Item<'claim'>): Speaker {
  const [anchor] = claim.anchors;
  const passage = claim.ladder === null && anchor ? passageAround(state, anchor) : null;
  const ladder = claim.ladder ?? passage?.ladder ?? [];
  const voiceUnclear = passage?.voice === 'unclear';
  for (let at = ladder.length - 1; at >= 0; at -= 1) {
    const speakerId = ladder[at]?.partyId ?? null;
    if (speakerId !== null) return { speaker: partyName(state, speakerId), speakerId, voiceUnclear };
  }
  return { speaker: ladder.at(-1)?.unnamed ?? '', speakerId: null, voiceUnclear };
}

function positionOf(state: CaseState, claim: Item<'claim'>): number {
  const [anchor] = claim.anchors;
  const document = anchor && state.document.get(anchor.documentId);
  return document ? refNumber(document.ref) * DOCUMENT_STRIDE + anchor.start : Number.MAX_SAFE_INTEGER;
}

function rowOf(state: CaseState, claim: Item<'claim'>, changed: boolean): ClaimRow {
  const { id, ref, statement, priority, accuses, skip } = claim;
  const assessments = assessmentsOf(state, id);
  const voices = assessments.length > 0 ? independentOrigins(state, id) : null;
  let openQuestions = 0;
  for (const { kind, answer } of notesOf(state, id))
    if (kind === 'question' && answer === null) openQuestions += 1;
  let changedAt = '';
  for (const { at } of claim.folded.heads) if (at > changedAt) changedAt = at;
  return {
    id,
    claim,
    ref,
    statement,
    ...statusOf(claim),
    ...speakerOf(state, claim),
    priority,
    accuses,
    originsFor: voices?.forCount ?? 0,
    originsAgainst: voices?.againstCount ?? 0,
    hasEvidence: assessments.length > 0,
    openQuestions,
    changed,
    conflict: claim.deleteConflict || openConflict(claim).length > 0,
    skipped: skip?.reason ?? null,
    position: positionOf(state, claim),
    changedAt,
  };
}

const sameRow = (a: ClaimRow, b: ClaimRow) =>
  (Object.keys(a) as (keyof ClaimRow)[]).every((field) => a[field] === b[field]);

const lastRows = new WeakMap<Item<'claim'>, ClaimRow>();

function stableRow(row: ClaimRow): ClaimRow {
  const last = lastRows.get(row.claim);
  if (last && sameRow(last, row)) return last;
  lastRows.set(row.claim, row);
  return row;
}

const lists = new WeakMap<CaseState, readonly ClaimRow[]>();

/** The rows of all claims but the merged ones, in the order they were made; built once a change. */
export function claimRows(state: CaseState): readonly ClaimRow[] {
  const held = lists.get(state);
  if (held) return held;
  const flagged = dependsOnChanged(state);
  const rows: ClaimRow[] = [];
  for (const claim of state.claim.values()) {
    if (claim.mergedInto === null) rows.push(stableRow(rowOf(state, claim, flagged.has(claim.id))));
  }
  lists.set(state, rows);
  return rows;
}
