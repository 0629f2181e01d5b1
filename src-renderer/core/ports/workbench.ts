import type { Sha256 } from '../model/sha256.ts';
import type { HistoryStep } from '../queries/history.ts';
import type { SearchHit } from '../queries/search-index.ts';
import type { Command } from './command.ts';

/** Whether an action was done; `code` picks the words the person sees (`errors.<code>`). */
export type Done<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly detail?: Record<string, string | number> };

export type NewCase = {
  readonly title: string;
  readonly alias: string;
  /** Null: the OS keychain alone. */
  readonly passphrase: string | null;
  readonly keychain: boolean;
};

/** An article as an importer read it, before it is a document of the case. */
export type ReadArticle = {
  readonly text: string;
  readonly title: string;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly encoding: string;
  readonly bytes: number;
  readonly sha256: Sha256;
  /** True when the encoding is a guess the person should look at. */
  readonly uncertainEncoding: boolean;
};

/** What is attached: a path from the picker or a drop, or bytes that were pasted. */
export type Attachable =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly blob: Blob; readonly name: string };

/** What became of files that were attached. */
export type Attached = {
  /** Ids of the new items. */
  readonly ids: readonly string[];
  /** Files that could not be attached, each with why; the last of them may stand for `left` more. */
  readonly failed: readonly (Extract<Done<never>, { ok: false }> & { readonly name: string })[];
  /** Files not tried any more, because what failed would fail for each: a full disk, a lock, a cancel. */
  readonly left: number;
};

export type ReportOptions = {
  readonly paper: 'a4' | 'us-letter';
};

/**
 * Everything a screen may ask for. Implemented by the composition root over storage and the host;
 * screens get it from context and never touch those. Outcomes also show in the stores of `state/`.
 */
export type Workbench = {
  /**
   * Runs a command on the open case and stores its changes in one transaction. `coalesce`: changes
   * with the same key that follow each other without a pause become one step of undo.
   */
  run<Input>(
    command: Command<Input>,
    input: Input,
    options?: { readonly coalesce?: string; readonly texts?: ReadonlyMap<string, string> },
  ): Promise<Done>;
  undo(): Promise<Done>;
  redo(): Promise<Done>;

  createCase(input: NewCase): Promise<Done<{ caseId: string }>>;
  /** A new case that holds the sample's content, writable. */
  makeSampleMine(input: NewCase): Promise<Done<{ caseId: string }>>;
  openSample(): Promise<Done>;
  /** `passphrase` null: by the OS keychain. */
  unlock(caseId: string, passphrase: string | null): Promise<Done>;
  /**
   * Locks. When something typed cannot be stored it says `unsaved` instead, once: asked again soon
   * after, or with `force`, it locks all the same.
   */
  lock(options?: { readonly force?: boolean }): Promise<Done>;
  /** Destroys key, sealed files and database. */
  removeCase(caseId: string): Promise<Done>;

  /** Lets the person choose article files; the texts as read, nothing stored yet. */
  pickArticles(): Promise<Done<readonly ReadArticle[]>>;
  readArticle(file: File): Promise<Done<ReadArticle>>;
  readPasted(text: string, html: string | null): Promise<Done<ReadArticle>>;
  /** Adds the article as a document. */
  importArticle(
    article: ReadArticle,
    details: { readonly title: string; readonly publisher: string | null },
  ): Promise<Done<{ documentId: string }>>;

  pickEvidence(): Promise<Done<readonly Attachable[]>>;
  attachable(file: File): Attachable;
  /** Seals the files and adds them as evidence; one that fails keeps none of the others out. */
  attach(
    files: readonly Attachable[],
    bearing: { readonly claimId: string; readonly stance: 'supports' | 'contradicts' | 'background' } | null,
  ): Promise<Done<Attached>>;
  /** Object URL of an evidence item's thumbnail, or null; the caller revokes it. */
  thumbnail(evidenceId: string): Promise<string | null>;

  /** What is found in claims, evidence, people and the articles' texts, the best first. */
  search(query: string): Promise<Done<readonly SearchHit[]>>;
  /** Every action on one claim, or with null in the whole case, the earliest first. */
  history(claimId: string | null): Promise<Done<readonly HistoryStep[]>>;

  exportReport(options: ReportOptions): Promise<Done<{ path: string | null; pages: number }>>;
  showInFolder(path: string): Promise<void>;
};
