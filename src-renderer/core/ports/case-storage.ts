import type { Absorbed } from '../journal/absorb.ts';
import type { Tip } from '../journal/append.ts';
import type { Entry } from '../journal/entry.ts';
import type { FoldedItem } from '../journal/folded.ts';
import type { Destroyed } from '../merge/destroyed.ts';
import type { Json } from '../model/json.ts';

/** What one user action writes, in one transaction. */
export type Commit = {
  readonly entries: readonly Entry[];
  readonly rows: readonly FoldedItem[];
  readonly tip: Tip;
  /** Texts of new documents, by document id. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Thumbnails (encoded pictures), by evidence id. */
  readonly thumbnails?: ReadonlyMap<string, Uint8Array>;
};

/** What a copy of the case brought, as `absorb` says, and what lies beside the journal with it. */
export type Taken = Pick<Absorbed, 'added' | 'erased' | 'changed' | 'removed' | 'tip'> & {
  /** Texts of documents that came, by document id. */
  readonly texts: ReadonlyMap<string, string>;
  /** What purges leave to be destroyed. */
  readonly destroyed: Pick<Destroyed, 'texts' | 'thumbnails'>;
};

/** How a large write goes on. */
export type Writing = {
  /** Told how many records are sealed so far. */
  readonly report?: ((done: number, total: number) => void) | undefined;
  /** Nothing is written before it resolves, nor when it rejects. */
  readonly ready?: Promise<unknown> | undefined;
  /** Throws once the write is not wanted any more: then nothing of it is stored, and it rejects with that. */
  readonly requireWanted?: (() => void) | undefined;
};

export type LoadedCase = { readonly items: readonly FoldedItem[]; readonly tip: Tip };

/** A list to be shown before the case itself is read; kept as JSON. */
export type KeptList = Json;

/**
 * The store of one unlocked case. Every method rejects with a {@link StorageError}, or with what
 * {@link Writing} was stopped with; after a rejected commit nothing of it is stored.
 */
export type CaseStorage = {
  load(): Promise<LoadedCase>;
  /** Resolves only when the transaction has completed with strict durability. */
  commit(commit: Commit): Promise<void>;
  /**
   * Puts an earlier copy of the case in the place of what is there, all of it or nothing. The tip must
   * be of a fresh actor: one chain is never continued in two places.
   */
  replaceWith(copy: Taken, how?: Writing): Promise<void>;
  /** Stores what a copy of the case brought, all of it or nothing. */
  takeIn(taken: Taken, how?: Writing): Promise<void>;
  text(documentId: string): Promise<string | null>;
  thumbnail(evidenceId: string): Promise<Uint8Array | null>;
  /** The whole journal in (actor, seq) order; for history, export and checks. */
  journal(): Promise<Entry[]>;
  /**
   * Packs the rows again when many lie loose since they last were, so that the next opening is quick;
   * `items` must be all rows as they stand. Resolves with whether it did.
   */
  tidy(items: readonly FoldedItem[]): Promise<boolean>;
  /** The list that was kept of the case as it stands now, null when there is none or the case has changed. */
  list(): Promise<KeptList | null>;
  /** Keeps a list of the case as it stands now; `make` is asked only when none is, and may want none. */
  keepList(make: () => KeptList | null): Promise<void>;
  /** Makes every row anew from the journal; rejects with `damaged` when that was altered itself. */
  rebuild(): Promise<void>;
  close(): void;
};

export type StorageErrorCode =
  | 'quota'
  | 'newer-version'
  | 'damaged'
  | 'wrong-key'
  | 'in-use'
  | 'closed'
  | 'failed';

/** Words of a failure that the screen fills in, such as the table that is damaged. */
export type StorageDetail = { readonly [word: string]: string | number };

/** Why the store could not do it; `code` picks the words the person sees. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  readonly detail: StorageDetail | null;
  constructor(
    code: StorageErrorCode,
    message: string,
    { detail = null, ...options }: ErrorOptions & { readonly detail?: StorageDetail | null } = {},
  ) {
    super(message, options);
    this.name = 'StorageError';
    this.code = code;
    this.detail = detail;
  }
}
