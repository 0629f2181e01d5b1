import { create } from 'zustand';
import type { Reason, Status } from '#core/model/finding.ts';
import type { Priority } from '#core/model/claim.ts';

/** Filter of the claim list; empty arrays and null let everything through. */
export type ClaimFilter = {
  readonly text: string;
  readonly statuses: readonly Status[];
  readonly reasons: readonly Reason[];
  readonly speakers: readonly string[];
  readonly subjects: readonly string[];
  readonly priorities: readonly Priority[];
  readonly tags: readonly string[];
  readonly documents: readonly string[];
  readonly hasEvidence: boolean | null;
  /** Depends on a claim that changed since. */
  readonly dependsOnChanged: boolean;
  /** Must, and not finished. */
  readonly unfinishedMust: boolean;
  readonly skipped: 'hide' | 'only' | 'show';
};

export const NO_FILTER: ClaimFilter = {
  text: '',
  statuses: [],
  reasons: [],
  speakers: [],
  subjects: [],
  priorities: [],
  tags: [],
  documents: [],
  hasEvidence: null,
  dependsOnChanged: false,
  unfinishedMust: false,
  skipped: 'show',
};

export type ClaimSort = 'text' | 'reference' | 'priority' | 'status' | 'changed';
export type Desk = 'claims' | 'evidence' | 'people' | 'history';

/** What is in view; nothing here is stored with the case. */
export type View = {
  readonly desk: Desk;
  readonly documentId: string | null;
  readonly claimId: string | null;
  /** Selected words of the document in view, UTF-16 offsets. */
  readonly selection: { readonly documentId: string; readonly start: number; readonly end: number } | null;
  /** Counts up when the article must scroll to the claim's words. */
  readonly reveal: number;
  readonly filter: ClaimFilter;
  readonly sort: ClaimSort;
  /** Under 1280 px one column is shared: which of the two is shown. */
  readonly sharedColumn: 'article' | 'claims';
};

export const FIRST_VIEW: View = {
  desk: 'claims',
  documentId: null,
  claimId: null,
  selection: null,
  reveal: 0,
  filter: NO_FILTER,
  sort: 'text',
  sharedColumn: 'article',
};

export const useView = create<View>(() => FIRST_VIEW);
