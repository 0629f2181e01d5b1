import { useState } from 'react';
import type { IdentityProtection } from '#core/ports/identity-work.ts';

/** Shortest passphrase that is taken, in characters, as for cases. */
const SHORTEST = 8;

/** What is typed to protect a key on this computer. */
export type ProtectionDraft = {
  readonly passphrase: string;
  readonly again: string;
  readonly keychain: boolean;
  /** Left without a passphrase: the keychain alone. */
  readonly bare: boolean;
  readonly short: boolean;
  readonly differ: boolean;
  set(changes: Partial<{ passphrase: string; again: string; keychain: boolean }>): void;
  /** Null while something is wrong with it. */
  chosen(): IdentityProtection | null;
};

export function useProtection(): ProtectionDraft {
  const [typed, setTyped] = useState({ passphrase: '', again: '', keychain: false });
  const { passphrase, again, keychain } = typed;
  const bare = keychain && passphrase === '' && again === '';
  const short = !bare && passphrase.length < SHORTEST;
  const differ = passphrase !== again;
  return {
    ...typed,
    bare,
    short,
    differ,
    set: (changes) => setTyped((before) => ({ ...before, ...changes })),
    chosen: () => (short || differ ? null : { passphrase: bare ? null : passphrase, keychain }),
  };
}
