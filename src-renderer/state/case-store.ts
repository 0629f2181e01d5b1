import type { ListAhead } from '#core/queries/list-ahead.ts';
import { create } from 'zustand';
import { type CaseState, EMPTY_CASE } from '#core/model/case-state.ts';

export type SaveState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly code: string };

/** The open case: its fold, filled at opening from the rows and changed by entries only. */
export type CaseStore = {
  readonly state: CaseState;
  /**
   * The whole case where `state` lacks findings that are kept from the person (a second read), else
   * null: what leaves is made from it, and files are held against it.
   */
  readonly whole: CaseState | null;
  /** The list of claims while the case itself is still being read, else null. */
  readonly ahead: ListAhead | null;
  /** The sample before "Make it mine". */
  readonly readOnly: boolean;
  /** Texts of the documents, by document id; a missing one is still being read. */
  readonly texts: ReadonlyMap<string, string>;
  /** Own actor id, '' in the sample. */
  readonly actor: string;
  readonly save: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What a check of the whole case found, null while all is as it should be. */
  readonly alarm: 'history-altered' | 'rows-rebuilt' | null;
};

export const CLOSED_CASE: CaseStore = {
  state: EMPTY_CASE,
  whole: null,
  ahead: null,
  readOnly: true,
  texts: new Map(),
  actor: '',
  save: { kind: 'none' },
  canUndo: false,
  canRedo: false,
  alarm: null,
};

/** Set by the workbench only. */
export const useCase = create<CaseStore>(() => CLOSED_CASE);
