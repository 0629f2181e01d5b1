import type { SealedRecord } from './sealed-record.ts';

export const NAME_KINDS = ['name', 'variant', 'alias', 'kunya'] as const;
export const SCRIPTS = ['latin', 'arabic', 'other'] as const;
export type PartyName = {
  readonly text: string;
  readonly script: (typeof SCRIPTS)[number];
  readonly kind: (typeof NAME_KINDS)[number];
};

export const PARTS = ['speaker', 'subject', 'our source'] as const;
export type Part = (typeof PARTS)[number];

export const SAFETY = ['public', 'protected', 'at risk if contacted'] as const;
export type Safety = (typeof SAFETY)[number];

/** A person, organisation or stating document, in one or more parts. */
export type Party = {
  readonly kind: 'person' | 'organisation' | 'document';
  /** First is the display name. Our sources are shown by `codeName` only. */
  readonly names: readonly PartyName[];
  readonly codeName: string | null;
  readonly parts: readonly Part[];
  /** Role in the article's words. */
  readonly role: string | null;
  /** Organisation whose voice this party shares (a reporter and the outlet are one voice). */
  readonly affiliation: string | null;
  /** Parties not to be confused with this one. */
  readonly notToBeConfusedWith: readonly string[];
  readonly access: string | null;
  readonly interest: string | null;
  readonly safety: Safety;
  /** What exports say in place of a protected party's names; null: the name is withheld. */
  readonly pseudonym: string | null;
  /** More spellings of the names to protect, besides `names`. */
  readonly spellings: readonly string[];
  readonly note: string | null;
  /** True name and contact of a source, sealed under a passphrase of their own; several after a merge. */
  readonly sealed: readonly SealedRecord[];
};
