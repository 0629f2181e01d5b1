import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode, VaultError } from './vault-error.ts';

/** A case key sealed under another key: XChaCha20-Poly1305, all fields base64. */
export type WrappedKey = { readonly nonce: string; readonly sealed: string };

/** Argon2id parameters and salt of a passphrase (RFC 9106). */
export type Argon2Parameters = {
  /** Passes. */
  readonly opslimit: number;
  /** Bytes. */
  readonly memlimit: number;
  readonly salt: string;
};

/** `keyring.json` of a case: no names, no case key in the clear. */
export type Keyring = {
  readonly format: 'touchstone-keyring';
  readonly version: 1;
  readonly passphrase: (WrappedKey & { readonly argon2id: Argon2Parameters }) | null;
  /** `secret`: the wrapping key as the OS keychain sealed it. */
  readonly keychain: (WrappedKey & { readonly secret: string }) | null;
};

export const keyringPath = (caseFolder: string): string => join(caseFolder, 'keyring.json');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWrapped = (value: unknown): boolean =>
  isObject(value) && typeof value['nonce'] === 'string' && typeof value['sealed'] === 'string';

function isKeyring(value: unknown): value is Keyring {
  if (!isObject(value) || value['format'] !== 'touchstone-keyring' || value['version'] !== 1) return false;
  const { passphrase, keychain } = value;
  if (passphrase !== null) {
    const argon = isObject(passphrase) ? passphrase['argon2id'] : null;
    if (!isWrapped(passphrase) || !isObject(argon)) return false;
    const { opslimit, memlimit, salt } = argon;
    // Limits, so that a damaged or planted file cannot ask for all memory or for hours.
    if (typeof opslimit !== 'number' || !(opslimit >= 1 && opslimit <= 16)) return false;
    if (typeof memlimit !== 'number' || !(memlimit >= 8192 && memlimit <= 2 ** 31)) return false;
    if (typeof salt !== 'string') return false;
  }
  if (
    keychain !== null &&
    !(isWrapped(keychain) && isObject(keychain) && typeof keychain['secret'] === 'string')
  )
    return false;
  return passphrase !== null || keychain !== null;
}

/** Reads a case's keyring. Throws `no-such-case` or `keyring-damaged`. */
export async function readKeyring(caseFolder: string): Promise<Keyring> {
  let text: string;
  try {
    text = await readFile(keyringPath(caseFolder), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT')
      throw new VaultError('no-such-case', 'There is no keyring.', { cause: error });
    throw new VaultError('keyring-damaged', `The keyring cannot be read: ${String(error)}`, { cause: error });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new VaultError('keyring-damaged', 'The keyring is not JSON.', { cause: error });
  }
  if (!isKeyring(value)) throw new VaultError('keyring-damaged', 'The keyring has not the shape of one.');
  return value;
}
