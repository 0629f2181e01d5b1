import { create } from 'zustand';

/** How snapshots of the open case are kept in a folder. Times in milliseconds since 1970. */
export type Kept = {
  /** False when it was turned off; what was written stays in the folders `earlier`. */
  readonly on: boolean;
  readonly folder: string;
  /** Folders chosen before, in which snapshots stay. */
  readonly earlier: readonly string[];
  readonly by: 'passphrase' | 'keys';
  readonly evidence: boolean;
  readonly last: { readonly at: number; readonly bytes: number; readonly mark: string } | null;
  /** Set when the last try failed; `code` as in `errors.<code>`. */
  readonly failed: { readonly at: number; readonly code: string } | null;
};

export type Snapshots = {
  /** Null while none were ever kept or no case is open. */
  readonly kept: Kept | null;
  /** Why the last snapshot on closing was not written (`errors.<code>`); null when it was. */
  readonly missed: string | null;
};

/** Set by the workbench only. */
export const useSnapshots = create<Snapshots>(() => ({ kept: null, missed: null }));
