import type { FileFacts } from '../facts/file-facts.ts';
import type { CaseState } from '../model/case-state.ts';
import type { FileScope } from '../exchange/project-file/case-file.ts';
import type { PurgePreview } from '../merge/purge-copy.ts';
import type { ToPurge } from '../merge/purge-scope.ts';
import type { MergeReview } from '../merge/review-merge.ts';
import type { Sha256 } from '../model/sha256.ts';
import type { ClaimDifference, Moment } from '../queries/compare-moments.ts';
import type { HistoryStep } from '../queries/history.ts';
import type { SearchHit } from '../queries/search-index.ts';
import type { BlobRef, Evidence, FileCheck } from '../model/evidence.ts';
import type { ExchangeWork, KeptRelease } from './exchange-work.ts';
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

/** Whom a project file is encrypted for: a passphrase, or colleagues' age keys. */
export type ProjectProtection = { readonly passphrase: string } | { readonly recipients: readonly string[] };

export type SaveProject = {
  /** Where to, as `pickProjectTarget` gave it. */
  readonly path: string;
  readonly protection: ProjectProtection;
  /** Only these claims with what they rest on, or null for the whole case. */
  readonly claimIds: readonly string[] | null;
  /** Protected names are replaced in it, and evidence files stay here. */
  readonly redacted: boolean;
};
/** A project file that was written. */
export type SavedProject = {
  readonly path: string;
  readonly bytes: number;
  readonly release: KeptRelease;
};
/** What a save would take, in bytes; `free`: room where it goes, null when that is not known. */
export type ProjectSpace = { readonly needed: number; readonly free: number | null };

/** A project file that was checked whole; nothing of it is stored yet. */
export type OpenedProject = {
  readonly jobId: string;
  readonly caseId: string;
  readonly title: string;
  /** ISO 8601. */
  readonly savedAt: string;
  readonly savedBy: { readonly alias: string; readonly publicKey: string | null };
  readonly scope: FileScope;
  readonly signature: 'valid' | 'none';
  readonly entries: number;
  readonly withheld: number;
  readonly people: number;
  readonly documents: number;
  readonly evidence: { readonly files: number; readonly bytes: number };
  readonly missingEvidence: number;
  /** Whether this laptop has the case: open now, locked, or not at all. */
  readonly here: 'open' | 'locked' | 'no';
};

/** Where snapshots go on close, how they are sealed, and whether the evidence goes with them. */
export type KeepSnapshots = {
  readonly folder: string;
  readonly protection: ProjectProtection;
  readonly evidence: boolean;
};

/** A purge that is done: `left` are the folders whose snapshots could not be reached and still hold it. */
export type Purged = { readonly left: readonly string[] };

/** An earlier copy of the case. */
export type CaseSnapshot = {
  /** What to ask for it by: a copy's name, or the path of a snapshot in the chosen folder. */
  readonly name: string;
  /** Null: it lies on a disk that is not here now. */
  readonly bytes: number | null;
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
};

/** The snapshots of a case, the latest first, and those of their folders that cannot be reached. */
export type KeptSnapshots = {
  readonly files: readonly CaseSnapshot[];
  readonly away: readonly string[];
  /** Folders whose snapshots are from before a purge: none of those is among `files`. */
  readonly purged: readonly string[];
};

/** A merge as it would be or was, and the case after it. */
export type ReviewedMerge = {
  readonly review: MergeReview;
  readonly after: CaseState;
  /** Signing key that vouches for each actor, by actor id. */
  readonly vouched: ReadonlyMap<string, string>;
  /** The file knows more of this copy's own work than it does: that goes on under a fresh actor. */
  readonly anew: boolean;
  /** SHA-256 of files that a purge of it takes; copies on this laptop keep them as long as they stay. */
  readonly purgedFiles: readonly string[];
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
    /** Destroys key, sealed files and database. */
    removeCase(caseId: string): Promise<Done>;

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
