import { create } from 'zustand';

/** A case on this laptop as it may be shown while locked: no title, no name. */
export type CaseCard = {
  readonly id: string;
  /** Two words derived from the random id, so that cases can be told apart while locked. */
  readonly codeName: string;
  readonly passphrase: boolean;
  readonly keychain: boolean;
};

/**
 * What the whole window shows; `opening`: the list of claims is in view, the case is still being read;
 * `locking` and `leaving`: the case is out of view, its snapshot is being written.
 */
export type Phase = 'starting' | 'refused' | 'locked' | 'sample' | 'opening' | 'open' | 'locking' | 'leaving';

export type Session = {
  readonly phase: Phase;
  /** Why the app cannot start (`errors.<code>`), in phase `refused`. */
  readonly refusal: string | null;
  readonly cases: readonly CaseCard[];
  /** The case that is open, or that the lock screen offers first. */
  readonly caseId: string | null;
  readonly keychainAvailable: boolean;
  readonly dataPath: string;
  readonly freeBytes: number | null;
};

/** Set by the workbench only. */
export const useSession = create<Session>(() => ({
  phase: 'starting',
  refusal: null,
  cases: [],
  caseId: null,
  keychainAvailable: false,
  dataPath: '',
  freeBytes: null,
}));
