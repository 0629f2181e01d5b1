import { createHash, randomBytes } from 'node:crypto';
import { VaultError } from '../vault-error.ts';
import { FORMAT, isKeyring, type Keyring, VERSION } from './keyring-schema.ts';
import { type Cost, passphraseKey, SALT_BYTES } from './passphrase-key.ts';
import { wipe } from './secret.ts';
import { unwrapKey, wrapKey } from './wrap.ts';

/** A random wrapping key, and the same as the OS keychain sealed it (base64). */
export type KeychainSecret = { readonly secret: Uint8Array; readonly sealed: string };

/** What is authenticated beside a wrapped key, so that no slot can be moved to another case. */
const context = (caseId: string, slot: 'passphrase' | 'keychain'): string =>
  `${FORMAT}/${VERSION}:${caseId}:${slot}`;

async function wrapByPassphrase(caseId: string, caseKey: Buffer, passphrase: string, cost: Cost) {
  const salt = randomBytes(SALT_BYTES);
  const key = await passphraseKey(passphrase, salt, cost);
  const seal = wrapKey(caseKey, key, context(caseId, 'passphrase'));
  wipe(key);
  return { kdf: 'argon2id13', ...cost, salt: salt.toString('base64'), ...seal } as const;
}

function wrapByKeychain(caseId: string, caseKey: Buffer, keychain: KeychainSecret) {
  const key = Buffer.from(keychain.secret);
  const seal = wrapKey(caseKey, key, context(caseId, 'keychain'));
  wipe(key);
  return { sealed: keychain.sealed, ...seal };
}

/** Wraps a case key by a passphrase, by the OS keychain, or by each. */
export async function makeKeyring(
  caseId: string,
  caseKey: Buffer,
  protection: { readonly passphrase: string | null; readonly keychain: KeychainSecret | null },
  cost: Cost,
): Promise<Keyring> {
  const { passphrase, keychain } = protection;
  if (passphrase === null && keychain === null)
    throw new VaultError('no-protection', 'A case needs a passphrase or the OS keychain');
  return {
    format: FORMAT,
    version: VERSION,
    caseId,
    passphrase: passphrase === null ? null : await wrapByPassphrase(caseId, caseKey, passphrase, cost),
    keychain: keychain === null ? null : wrapByKeychain(caseId, caseKey, keychain),
  };
}

/** The case key. Throws a VaultError `wrong-passphrase`. */
export async function openByPassphrase(keyring: Keyring, passphrase: string): Promise<Buffer> {
  const slot = keyring.passphrase;
  const wrong = () => new VaultError('wrong-passphrase', 'The passphrase does not open the keyring');
  if (!slot) throw wrong();
  const key = await passphraseKey(passphrase, Buffer.from(slot.salt, 'base64'), slot);
  const caseKey = unwrapKey(slot, key, context(keyring.caseId, 'passphrase'));
  wipe(key);
  if (!caseKey) throw wrong();
  return caseKey;
}

/** The case key, given the wrapping key that the OS keychain opened. */
export function openByKeychain(keyring: Keyring, keychainKey: Uint8Array): Buffer {
  const slot = keyring.keychain;
  if (!slot) throw new VaultError('keychain-unavailable', 'The OS keychain holds no key of this case');
  const key = Buffer.from(keychainKey);
  const caseKey = key.length === 32 ? unwrapKey(slot, key, context(keyring.caseId, 'keychain')) : null;
  wipe(key);
  if (!caseKey) throw new VaultError('keyring-damaged', 'The key of the OS keychain does not fit');
  return caseKey;
}

const checksum = (body: string): string => createHash('sha256').update(body).digest('hex');

/**
 * The file's text: `{check, keyring}`. `check` is the SHA-256 of the keyring's JSON, so that a bad
 * disk is told apart from a wrong passphrase; it is no protection against a forger.
 */
export function formatKeyring(keyring: Keyring): string {
  return `${JSON.stringify({ check: checksum(JSON.stringify(keyring)), keyring }, null, 2)}\n`;
}

/** Reads the file's text. Throws a VaultError `keyring-damaged`. */
export function parseKeyring(text: string, caseId: string): Keyring {
  const damaged = (why: string) => new VaultError('keyring-damaged', `The keyring ${why}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('is no JSON');
  }
  if (typeof value !== 'object' || value === null || !('check' in value) || !('keyring' in value))
    throw damaged('lacks its parts');
  const { check, keyring } = value;
  if (checksum(JSON.stringify(keyring)) !== check) throw damaged('was altered');
  if (!isKeyring(keyring)) throw damaged('has a form that this version does not know');
  if (keyring.caseId !== caseId) throw damaged('belongs to another case');
  return keyring;
}
