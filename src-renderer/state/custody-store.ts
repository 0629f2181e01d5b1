import { create } from 'zustand';

/** What this laptop found of the sealed files of the open case; nothing of it is stored with the case. */
export type Custody = {
  /** SHA-256 of files that were found altered here and moved aside, with no good copy since. */
  readonly quarantined: ReadonlySet<string>;
};

export const NO_CUSTODY: Custody = { quarantined: new Set() };

export const useCustody = create<Custody>(() => NO_CUSTODY);

/** Whether an item's file is quarantined on this laptop. */
export const isQuarantined = (
  { quarantined }: Custody,
  item: { readonly file: { readonly sha256: string } | null },
): boolean => item.file !== null && quarantined.has(item.file.sha256);
