import { randomBytes } from 'node:crypto';

/** The part of Electron's `safeStorage` that is needed. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend?: (() => string) | undefined;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
};

/** Backends of Linux that really seal (Electron's safeStorage documentation). */
const SEALING = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']);

/** Whether the OS keeps secrets for us. On Linux `basic_text` and unknown backends do not. */
export function keychainAvailable(safeStorage: SafeStorage, platform: string): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  return SEALING.has(safeStorage.getSelectedStorageBackend?.() ?? 'unknown');
}

/** A fresh wrapping key and the same as the keychain sealed it. */
export function newKeychainSecret(safeStorage: SafeStorage): { secret: Uint8Array; sealed: string } {
  const secret = new Uint8Array(randomBytes(32));
  const sealed = safeStorage.encryptString(Buffer.from(secret).toString('base64')).toString('base64');
  return { secret, sealed };
}

/** The wrapping key that the keychain sealed. Throws when the keychain refuses. */
export const openKeychainSecret = (safeStorage: SafeStorage, sealed: string): Uint8Array =>
  new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed, 'base64')), 'base64'));
