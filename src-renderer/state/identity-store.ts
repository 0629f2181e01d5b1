import { create } from 'zustand';
import type { Colleague, Self } from '#core/sharing/colleague.ts';

/** The person's identity as screens may show it. */
export type Identity = {
  readonly state: 'unknown' | 'none' | 'locked' | 'open' | 'damaged';
  /** What opens it. */
  readonly passphrase: boolean;
  readonly keychain: boolean;
  /** Null unless it is open. */
  readonly self: Self | null;
  readonly colleagues: readonly Colleague[];
};

export const UNKNOWN_IDENTITY: Identity = {
  state: 'unknown',
  passphrase: false,
  keychain: false,
  self: null,
  colleagues: [],
};

/** Set by the workbench only, and forgotten by it when the app locks. */
export const useIdentity = create<Identity>(() => UNKNOWN_IDENTITY);
