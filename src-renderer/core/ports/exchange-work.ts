import type { Done } from './workbench.ts';

/** A text that leaves the case. */
export type LeavingText = {
  readonly text: string;
  readonly ending: 'jsonld' | 'json' | 'csv' | 'html';
  /** Said before the date and ending in the suggested name ("claims"). */
  readonly what: string;
};

/** A file that was written. */
export type WrittenFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** A file as it was read whole, nothing stored yet. */
export type ReadFile = { readonly name: string; readonly bytes: Uint8Array };

/** Exports in other programs' formats, and files of theirs. */
export type ExchangeWork = {
  /** Asks where to and writes the file; null: the person changed their mind. */
  exportText(leaving: LeavingText): Promise<Done<WrittenFile | null>>;
  /** Lets the person choose a file and reads it; null: they changed their mind. */
  pickFile(what: 'claims' | 'exported'): Promise<Done<ReadFile | null>>;
};
