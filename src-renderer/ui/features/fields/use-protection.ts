import { useState } from 'react';

/** Shortest passphrase that is taken, in characters. */
const SHORTEST = 8;

/** What opens a case or a key on this computer; `passphrase` null: the keychain alone. */
type Protection = { readonly passphrase: string | null; readonly keychain: boolean };

/** What is typed to protect a case or a key on this computer. */
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
  chosen(): Protection | null;
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
