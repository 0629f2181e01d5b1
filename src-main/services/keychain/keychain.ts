import { randomBytes } from 'node:crypto';
import { ServiceError } from '../service-error.ts';

/** The part of Electron's `safeStorage` that is needed. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend?: (() => string) | undefined;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
};

/** Backends of Linux that really seal (Electron's safeStorage documentation). */
const SEALING = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']);

/**
 * Whether the OS keeps secrets for us. On Linux `basic_text` and unknown backends do not, and an
 * Electron too old to name its backend counts as unknown.
 */
export function keychainAvailable(safeStorage: SafeStorage, platform: string): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  return SEALING.has(safeStorage.getSelectedStorageBackend?.() ?? 'unknown');
}

/** Runs a keychain call; one that refuses counts as a keychain that is not there. */
function asked<T>(call: () => T): T {
  try {
    return call();
  } catch {
    throw new ServiceError('keychain-unavailable', 'The keychain refused');
  }
}

/** A fresh wrapping key and the same as the keychain sealed it. */
export function newKeychainSecret(safeStorage: SafeStorage): { secret: Uint8Array; sealed: string } {
  const secret = Uint8Array.from(randomBytes(32));
  const text = Buffer.from(secret).toString('base64');
  return { secret, sealed: asked(() => safeStorage.encryptString(text)).toString('base64') };
}

/** The wrapping key that the keychain sealed. Throws `keychain-unavailable` when it refuses. */
export const openKeychainSecret = (safeStorage: SafeStorage, sealed: string): Uint8Array =>
  Uint8Array.from(
    Buffer.from(
      asked(() => safeStorage.decryptString(Buffer.from(sealed, 'base64'))),
      'base64',
    ),
  );
