import { type ClaimDue, claimDue } from './due.ts';
import { openConflict } from '../finding/conflict.ts';
import { isOnLadder, publishersOf } from '../finding/on-ladder.ts';
import { type Source, voicesAmong } from '../finding/origins.ts';
import { statusOf } from '../finding/status-of.ts';
import type { CaseState } from '../model/case-state.ts';
import type { Priority, SkipReason, Stage } from '../model/claim.ts';
import type { Reason, Status } from '../model/finding.ts';
import type { Item } from '../model/item.ts';
import { displayName } from '../model/names.ts';
import { refNumber } from '../model/refs.ts';

/** A claim as the list shows it. The same object again while nothing it shows has changed. */
export type ClaimRow = {
  readonly id: string;
  /** Null while the list is shown ahead of the case. */
  readonly claim: Item<'claim'> | null;
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
  readonly stage: Stage;
  readonly owner: string | null;
  /** It has a finding that is in view. */
  readonly decided: boolean;
  /** It has a finding that whoever looks may not see before their own second read. */
  readonly findingKept: boolean;
  /** What it waits for or is to be looked at again by; see `due.ts`. */
  readonly due: ClaimDue;
  /** Order of the text: document, then place. */
  readonly position: number;
  /** Clock reading of the last change of the claim itself. */
  readonly changedAt: string;
};

/** What a row is made of besides its claim. */
export type RowInputs = {
  readonly assessments: readonly Item<'assessment'>[];
  /** Whose voice each assessed evidence item is. */
  readonly sources: readonly Source[];
  readonly notes: readonly Item<'note'>[];
  readonly checks: readonly Item<'check'>[];
  /** The passage it inherits its ladder from. */
  readonly passage: Item<'passage'> | null;
  /** The innermost party of its ladder. */
  readonly speaker: Item<'party'> | null;
  readonly changed: boolean;
  readonly documents: CaseState['document'];
  readonly affiliations: ReadonlyMap<string, string>;
};

/** More than the offset of any place in a document. */
const DOCUMENT_STRIDE = 2 ** 32;

function positionOf(documents: CaseState['document'], claim: Item<'claim'>): number {
  const [anchor] = claim.anchors;
  const document = anchor && documents.get(anchor.documentId);
  return document ? refNumber(document.ref) * DOCUMENT_STRIDE + anchor.start : Number.MAX_SAFE_INTEGER;
}

/** Clock reading of the last change of an item. */
function lastChange({ folded }: Item<'claim'>): string {
  let last = '';
  for (const { at } of folded.heads) if (at > last) last = at;
  return last;
}

const isOpen = ({ kind, answer }: Item<'note'>) => kind === 'question' && answer === null;

/** The words for nobody of the innermost rung. */
const unnamed = (claim: Item<'claim'>, passage: Item<'passage'> | null) =>
  (claim.ladder ?? passage?.ladder)?.at(-1)?.unnamed ?? '';

/** The row of a claim. */
export function rowOf(claim: Item<'claim'>, inputs: RowInputs): ClaimRow {
  const { id, ref, statement, priority, accuses, skip } = claim;
  const { assessments, sources, passage, speaker, affiliations } = inputs;
  const { status, reason } = statusOf(claim);
  const publishers = publishersOf(inputs.documents, claim);
  const { forCount, againstCount } = voicesAmong(assessments, sources, (party) =>
    isOnLadder(affiliations, claim, passage, publishers, party),
  );
  return {
    id,
    claim,
    ref,
    statement,
    status,
    reason,
    speaker: speaker ? displayName(speaker) : unnamed(claim, passage),
    speakerId: speaker?.id ?? null,
    voiceUnclear: passage?.voice === 'unclear',
    priority,
    accuses,
    originsFor: forCount,
    originsAgainst: againstCount,
    hasEvidence: assessments.length > 0,
    openQuestions: inputs.notes.filter(isOpen).length,
    changed: inputs.changed,
    conflict: claim.deleteConflict || openConflict(claim).length > 0,
    skipped: skip?.reason ?? null,
    stage: claim.stage,
    owner: claim.owner,
    findingKept: claim.findingKept ?? false,
    decided: claim.finding !== null,
    due: claimDue(claim, inputs.checks),
    position: positionOf(inputs.documents, claim),
    changedAt: lastChange(claim),
  };
}
