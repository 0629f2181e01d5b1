import type {
  SaveProject,
  SavedProject,
  ProjectSpace,
  OpenedProject,
  KeepSnapshots,
  Purged,
  CaseSnapshot,
  KeptSnapshots,
  ReviewedMerge,
} from './project-files.ts';
import type { FileFacts } from '../facts/file-facts.ts';
import type { PurgePreview } from '../merge/purge-copy.ts';
import type { ToPurge } from '../merge/purge-scope.ts';
import type { Sha256 } from '../model/sha256.ts';
import type { ClaimDifference, Moment } from '../queries/compare-moments.ts';
import type { HistoryStep } from '../queries/history.ts';
import type { SearchHit } from '../queries/search-index.ts';
import type { BlobRef, Evidence, FileCheck } from '../model/evidence.ts';
import type { ExchangeWork } from './exchange-work.ts';
import type { IdentityWork } from './identity-work.ts';
import type { Command } from './command.ts';
import type { ProposalWork } from './proposal-work.ts';
import type { ReportWork } from './report-work.ts';
import type { SourceWork } from './source-work.ts';
import type { ViewWork } from './view-work.ts';

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

/** What was noticed while the pages of a file were read. */
export type PageRemarks = {
  /** Running heads and page numbers: what they say, and on how many pages. */
  readonly leftOut: readonly { readonly words: string; readonly pages: number }[];
  /** Pages without text, counted from 1. */
  readonly bare: readonly number[];
  /** Letters are drawn from pieces: some may be read wrong. */
  readonly inPieces: boolean;
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
  /** Where each page starts in the text (UTF-16 offsets); null without pages. */
  readonly pages: readonly number[] | null;
  /** What the person should know of how its pages were read. */
  readonly remarks?: PageRemarks;
  /** The file it was read from, so that it can be kept; none for pasted words. */
  readonly source?: Attachable;
};

/** What a person says of an article that is added. */
export type ImportDetails = {
  readonly title: string;
  readonly publisher: string | null;
  /** Whether the file it was read from is sealed and kept as evidence. */
  readonly keepFile?: boolean;
  /** The document this is a newer version of: what stands there word for word moves along. */
  readonly revisionOf?: string | null;
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

/**
 * Everything a screen may ask for. Implemented by the composition root over storage and the host;
 * screens get it from context and never touch those. Outcomes also show in the stores of `state/`.
 */
export type Workbench = IdentityWork &
  ProposalWork &
  SourceWork &
  ViewWork &
  ExchangeWork &
  ReportWork & {
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
     * after, or with `force`, it locks all the same. A snapshot that is due is written first, with the
     * case out of view, but for `atOnce`.
     */
    lock(options?: { readonly force?: boolean; readonly atOnce?: boolean }): Promise<Done>;
    /**
     * Locks at once, whatever is still typed, and loads the window anew: for a window that can no
     * longer be drawn. Nothing of this page runs on after it is done.
     */
    startAnew(): Promise<Done>;
    /**
     * Destroys key, sealed files and database; of a case that leaves as this file only while that is where
     * it was written, unchanged (`left-file-gone`).
     */
    removeCase(caseId: string, left?: Pick<SavedProject, 'path' | 'sha256'>): Promise<Done>;

    /** Lets the person choose article files; the texts as read, nothing stored yet. */
    pickArticles(): Promise<Done<readonly ReadArticle[]>>;
    readArticle(file: File): Promise<Done<ReadArticle>>;
    readPasted(text: string, html: string | null): Promise<Done<ReadArticle>>;
    /** Adds the article as a document. */
    importArticle(article: ReadArticle, details: ImportDetails): Promise<Done<{ documentId: string }>>;

    pickEvidence(): Promise<Done<readonly Attachable[]>>;
    attachable(file: File): Attachable;
    /** What a sealed file says of itself; aborting the signal ends the reading. */
    factsOf(file: BlobRef, signal: AbortSignal): Promise<Done<FileFacts>>;
    /** Reads a sealed file again from end to end, shown as a job: whether it is the one that was stored. */
    checkFile(file: BlobRef): Promise<Done<FileCheck>>;
    /** Opens a read-only copy in the system's program for it, and records that. It is wiped at lock. */
    openOutside(file: BlobRef): Promise<Done>;
    /**
     * Seals the files and adds them as evidence; one that fails keeps none of the others out.
     * `fieldsOf`: what is known of each file besides, once it is sealed.
     */
    attach(
      files: readonly Attachable[],
      bearing: {
        readonly claimId: string;
        readonly stance: 'supports' | 'contradicts' | 'background';
      } | null,
      fieldsOf?: (file: BlobRef) => Partial<Evidence>,
    ): Promise<Done<Attached>>;
    /** Object URL of an evidence item's thumbnail, or null; the caller revokes it. */
    thumbnail(evidenceId: string): Promise<string | null>;

    /** What is found in claims, evidence, people and the articles' texts, the best first. */
    search(query: string): Promise<Done<readonly SearchHit[]>>;
    /** Every action on one claim, or with null in the whole case, the earliest first. */
    history(claimId: string | null): Promise<Done<readonly HistoryStep[]>>;
    /** What differs between two moments of the history, of one claim or with null of the whole case. */
    compareMoments(
      one: Moment,
      other: Moment,
      claimId: string | null,
    ): Promise<Done<readonly ClaimDifference[]>>;

    /** Asks where the project file is to be saved; null: the person changed their mind. */
    pickProjectTarget(): Promise<Done<string | null>>;
    /** What saving would need; before a place is chosen nothing is known of the room there. */
    projectSpace(
      input: Pick<SaveProject, 'claimIds' | 'redacted'> & { readonly path: string | null },
    ): Promise<Done<ProjectSpace>>;
    saveProject(input: SaveProject): Promise<Done<SavedProject>>;
    /** Saves to the file that was saved last, for the same readers; null: none was since the case was opened. */
    saveProjectAgain(): Promise<Done<SavedProject | null>>;
    /** Asks for a project file; null: the person changed their mind. */
    pickProject(): Promise<Done<string | null>>;
    /** Path of a dropped file, null when it has none. */
    projectPath(file: File): string | null;
    inspectProject(path: string): Promise<Done<{ opensBy: 'passphrase' | 'keys' }>>;
    /** Checks the whole file. `passphrase` null: by the person's own key. */
    openProject(path: string, passphrase: string | null): Promise<Done<OpenedProject>>;
    closeProject(project: OpenedProject): Promise<void>;
    /** Stores the file's case as a new case on this laptop and opens it. */
    takeProject(project: OpenedProject, input: Omit<NewCase, 'title'>): Promise<Done<{ caseId: string }>>;
    /** What merging the file into the open case would bring; nothing is stored by it. `signal`: it is not asked any more. */
    reviewProject(project: OpenedProject, signal?: AbortSignal): Promise<Done<ReviewedMerge>>;
    /** Merges the file into the open case: all of it or nothing. */
    mergeProject(project: OpenedProject): Promise<Done<ReviewedMerge>>;

    /** The copies kept of the open case, the latest first. */
    listSnapshots(): Promise<Done<readonly CaseSnapshot[]>>;
    /** Goes back to a copy; the case as it stands is kept as a copy first. */
    restoreSnapshot(name: string): Promise<Done>;
    /** Lets the person choose the folder that snapshots go to; null: they changed their mind. */
    pickSnapshotFolder(): Promise<Done<string | null>>;
    /** Turns snapshots on close on, or changes how they are kept. */
    keepSnapshots(how: KeepSnapshots): Promise<Done>;
    /** Turns them off; those in the folder stay. */
    stopSnapshots(): Promise<Done>;
    /** Writes one now, changed or not. */
    snapshotNow(): Promise<Done>;
    /** The snapshots in the chosen folder and those before it. */
    listKept(): Promise<Done<KeptSnapshots>>;
    /** Goes back to one of them, as `restoreSnapshot` does to a copy. */
    restoreKept(path: string): Promise<Done>;
    /** What a purge would take, in plain data; nothing is changed. */
    planPurge(asked: ToPurge, signal?: AbortSignal): Promise<Done<PurgePreview>>;
    /** Purges for good: history, files, and the copies kept on this laptop and in folders. */
    purge(asked: ToPurge): Promise<Done<Purged>>;
    /**
     * Removes the copies kept on this laptop and in folders, and these files: a purge that came in by a
     * merge is followed to its end, and the merge can no longer be undone.
     */
    forgetCopies(purgedFiles: readonly string[]): Promise<Done<Purged>>;

    showInFolder(path: string): Promise<void>;
  };
