import type { SearchHit } from '#core/queries/search-index.ts';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Host } from '#renderer/platform/host.ts';
import type { Catalogue } from '#renderer/storage/catalogue.ts';
import type { CheckCase } from './checking.ts';
import type { IdlePulse } from './idle-pulse.ts';
import type { FactsWork } from './facts-worker.ts';
import type { LeavingWork } from './leaving-worker.ts';
import type { Ahead } from '#renderer/storage/read-ahead.ts';
import type { HowToOpen, Unlocked } from './opening.ts';
import type { ReadingWork } from './reading-worker.ts';
import type { JournalWork } from './project/journal-worker.ts';
import type { ProposeWork } from './propose-worker.ts';

/** What the workbench is built from; tests put their own in place. */
export type Parts = {
  readonly host: Host;
  readonly catalogue: Catalogue;
  /** Begins to read a case whose key is being worked out. */
  readAhead(caseId: string): Ahead;
  /** Opens the database of a case, made if need be, under its key. */
  openCase(caseId: string, key: Uint8Array, how?: HowToOpen): Promise<Unlocked>;
  /** Removes the database of a case; rejects with `in-use` while another window has it. */
  deleteCase(caseId: string): Promise<void>;
  /** A small picture of a sealed file, or null when there is none to be had. */
  makeThumbnail(caseId: string, file: BlobRef): Promise<Uint8Array | null>;
  /** The perceptual hash of a small picture, or null for one that cannot be told by its look. */
  lookOf(small: Uint8Array): Promise<string | null>;
  /** Holds the rows of a case against its history. */
  checkCase: CheckCase;
  /** Makes what leaves a case away from the window's thread. */
  readonly leaving: LeavingWork;
  /** Reads articles whose text is packed away from the window's thread. */
  readonly readPacked: ReadingWork;
  /** Asks sealed files what they say of themselves, away from the window's thread. */
  readonly readFacts: FactsWork;
  /** Reads articles for their claims away from the window's thread. */
  readonly propose: ProposeWork;
  /** Works on whole journals away from the window's thread. */
  readonly journals: JournalWork;
  search(query: string): Promise<readonly SearchHit[]>;
  now(): number;
  /** Tells when work behind the person's back is in nobody's way. */
  readonly idlePulse: IdlePulse;
};
