import { create } from 'zustand';
import type { Draft, Reading } from '#core/proposing/draft.ts';
import type { Reason, Status } from '#core/model/finding.ts';
import { type ClaimFilter, type ClaimSort, NO_FILTER } from '#core/queries/claim-filter.ts';

export type Desk = 'claims' | 'due' | 'evidence' | 'matrix' | 'people' | 'timeline' | 'releases' | 'history';

/** A second read that was begun and is not recorded. */
export type SecondReadDraft = {
  readonly status: Status | null;
  readonly reason: Reason | null;
  readonly part: string;
  readonly rationale: string;
};
export const NO_SECOND_READ: SecondReadDraft = { status: null, reason: null, part: '', rationale: '' };

/** What is proposed of a document: read now, or read and gone through. */
/** The drafts before a change; `what`: changes of one kind in a row are one step. */
export type DraftStep = {
  readonly what: string;
  readonly drafts: readonly Draft[];
  readonly chosen: Draft['key'] | null;
};

export type Proposing =
  | {
      readonly phase: 'reading';
      readonly documentId: string;
      readonly stop: () => void;
      /** How much is read, 0 to 1. */
      readonly share: number;
    }
  | (Reading & {
      readonly phase: 'ready';
      readonly documentId: string;
      /** Key of the draft looked at; null: the first that is left. */
      readonly chosen: Draft['key'] | null;
      readonly order: 'text' | 'worth';
      /** What is asked before the chosen draft is taken; `ladder`: who says so is being changed. */
      readonly asked: 'skip' | 'ladder' | null;
      /** What was changed in the drafts, to be undone; null: one was taken into the case, which undoes that. */
      readonly past: readonly (DraftStep | null)[];
    });

/** What is in view; nothing here is stored with the case. */
export type View = {
  readonly desk: Desk;
  readonly documentId: string | null;
  readonly claimId: string | null;
  readonly evidenceId: string | null;
  readonly partyId: string | null;
  readonly releaseId: string | null;
  /** The item (claim, evidence, party) whose changes alone the history shows. */
  readonly historyOf: string | null;
  /** Selected words of the document in view, UTF-16 offsets. */
  readonly selection: { readonly documentId: string; readonly start: number; readonly end: number } | null;
  /** What is open beside the selected words. */
  readonly tool: 'none' | 'claim' | 'voice' | 'skip';
  /** Part of the claim pane that a key asked for; it takes it and sets null. */
  readonly ask: 'evidence' | 'received' | 'check' | 'relate' | 'split' | 'skip' | 'rationale' | null;
  /** Counts up when the article must scroll to the claim's words. */
  readonly reveal: number;
  /** By claim. */
  readonly secondReads: Readonly<Record<string, SecondReadDraft>>;
  readonly filter: ClaimFilter;
  readonly sort: ClaimSort;
  /** Proposals take the place of the claims while they are gone through. */
  readonly proposing: Proposing | null;
  /** Under 1280 px one column is shared: which of the two is shown. */
  readonly sharedColumn: 'article' | 'claims';
};

export const FIRST_VIEW: View = {
  desk: 'claims',
  documentId: null,
  claimId: null,
  evidenceId: null,
  partyId: null,
  releaseId: null,
  historyOf: null,
  selection: null,
  tool: 'none',
  ask: null,
  reveal: 0,
  secondReads: {},
  filter: NO_FILTER,
  sort: 'text',
  proposing: null,
  sharedColumn: 'article',
};

export const useView = create<View>(() => FIRST_VIEW);
