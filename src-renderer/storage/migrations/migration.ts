import type { Transaction } from 'dexie';

/** One step of a case database; its file is `NNNN-what-it-does.ts`. */
export type Migration = {
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
  /** Tables and keys in Dexie's notation; null drops a table. */
  readonly stores: { readonly [table: string]: string | null };
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
};
