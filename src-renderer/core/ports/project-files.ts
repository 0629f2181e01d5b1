import type { MergeReview } from '../merge/review-merge.ts';
import type { CaseState } from '../model/case-state.ts';
import type { FileScope } from '../exchange/project-file/case-file.ts';
import type { KeptRelease } from './exchange-work.ts';

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
  /** Of the whole file, hex. */
  readonly sha256: string;
  /** Files of the case that are not in it: altered or lost on this laptop. */
  readonly without: number;
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
  /** SHA-256 of files its history names and it does not hold. */
  readonly missingEvidence: readonly string[];
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
  /** Files of the case that are lost on this laptop and that the file brings back. */
  readonly foundAgain: number;
};
