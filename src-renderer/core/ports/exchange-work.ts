import type { BagPlan } from '../exchange/bag/bag-files.ts';
import type { BuiltExport, ExportSetup } from '../exchange/build-export.ts';
import type { Leaves } from '../release/new-release.ts';
import type { FailureCode } from './failure-codes.ts';
import type { LeftFile } from './finished-file.ts';
import type { Done } from './workbench.ts';

/** A text that leaves the case. */
export type LeavingText = {
  /** The case's title as it may leave, for the file's name. */
  readonly title: string;
  readonly text: string;
  readonly ending: 'jsonld' | 'csv' | 'html';
  /** Said before the date and ending in the suggested name ("claims"). */
  readonly what: string;
};

/** A report that leaves as a Word document. */
export type LeavingWord = {
  /** The case's title as it may leave. */
  readonly title: string;
  readonly setup: Pick<ExportSetup, 'claimIds' | 'today' | 'language'>;
};

/**
 * Whether a file that left is kept among the releases: under this id, or not and why. Null: there is
 * no case of the person's to keep it in (the sample).
 */
export type KeptRelease = { readonly id: string } | { readonly why: FailureCode } | null;

/**
 * A file that was written and checked, and whether it is kept among the releases. `leftOut`, of a bag:
 * references of pictures that are not in it because their masked copies could not be made.
 */
export type FinishedExport = LeftFile & {
  readonly release: KeptRelease;
  readonly leftOut?: readonly string[];
};

/** A file as it was read whole, nothing stored yet. */
export type ReadFile = { readonly name: string; readonly bytes: Uint8Array };

/** A bag of evidence: where each sealed file goes in it, and the table that describes them. */
export type LeavingBag = {
  /** The case's title as it may leave. */
  readonly title: string;
  readonly plan: BagPlan;
  readonly table: string;
  /** ISO 8601 day that every file in the archive bears. */
  readonly day: string;
};

/** A bag that was checked; `what` is wrong with each of its problems. */
export type CheckedBagFile = {
  readonly files: number;
  readonly bytes: number;
  readonly problems: readonly {
    readonly path: string;
    readonly what: 'altered' | 'missing' | 'unlisted' | 'unreadable';
  }[];
};

/** A file to verify: a bag that was checked where it lies, or any other, read whole. */
export type FileToVerify =
  | { readonly kind: 'bag'; readonly name: string; readonly bag: CheckedBagFile }
  | { readonly kind: 'read'; readonly file: ReadFile };

/** Exports in other programs' formats, and files of theirs. `leaves`: what it is as a release. */
export type ExchangeWork = {
  /** Asks where to, writes the file and checks it; null: the person changed their mind. */
  exportText(leaving: LeavingText, leaves: Leaves): Promise<Done<FinishedExport | null>>;
  /** Builds a text of the case in view; `cancelled` once the signal says so. */
  buildText(setup: ExportSetup, signal: AbortSignal): Promise<Done<BuiltExport>>;
  /** Makes a Word document, then asks where to; `cancelled` once the signal says so. */
  exportWord(leaving: LeavingWord, leaves: Leaves, signal: AbortSignal): Promise<Done<FinishedExport | null>>;
  /** Asks where to and writes the bag, shown as a job that can be cancelled; null: they changed their mind. */
  exportBag(leaving: LeavingBag, leaves: Leaves): Promise<Done<FinishedExport | null>>;
  /** Lets the person choose a file of claims and reads it; null: they changed their mind. */
  pickClaims(): Promise<Done<ReadFile | null>>;
  /** Lets the person choose a file to verify; null: they changed their mind. */
  pickToVerify(): Promise<Done<FileToVerify | null>>;
};
