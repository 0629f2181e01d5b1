import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import sodium from 'sodium-native';
import { syncFolder, writeWhole } from './durable-files.ts';
import {
  type Argon2Parameters,
  type Keyring,
  keyringPath,
  readKeyring,
  type WrappedKey,
} from './keyring-file.ts';
import { systemCode, VaultError, writeFailure } from './vault-error.ts';

export const KEY_BYTES = 32;

/** Cost of one try at a passphrase. The default takes about a second on a laptop. */
export type Cost = { readonly opslimit: number; readonly memlimit: number };
export const DEFAULT_COST: Cost = {
  opslimit: sodium.crypto_pwhash_OPSLIMIT_MODERATE,
  memlimit: sodium.crypto_pwhash_MEMLIMIT_MODERATE,
};

/** A wrapping key that the OS keychain keeps: in the clear, and as the keychain sealed it. */
export type KeychainSecret = { readonly secret: Buffer; readonly sealed: string };

const randomBytes = (length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  sodium.randombytes_buf(bytes);
  return bytes;
};

/** A fresh key in memory that is never swapped out. */
export function newKey(): Buffer {
  const key = sodium.sodium_malloc(KEY_BYTES);
  sodium.randombytes_buf(key);
  return key;
}

function stretch(passphrase: string, { opslimit, memlimit, salt }: Argon2Parameters): Promise<Buffer> {
  const key = sodium.sodium_malloc(KEY_BYTES);
  // NFKC: the same passphrase typed on another keyboard layout or system gives the same bytes.
  const words = Buffer.from(passphrase.normalize('NFKC'), 'utf8');
  return new Promise((resolve, reject) => {
    sodium.crypto_pwhash_async(
      key,
      words,
      Buffer.from(salt, 'base64'),
      opslimit,
      memlimit,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
      (error) => {
        words.fill(0);
        if (error) reject(new VaultError('failed', `Argon2id failed: ${error.message}`, { cause: error }));
        else resolve(key);
      },
    );
  });
}

/** Binds a wrapped key to its case: a keyring moved to another case's folder does not open it. */
const context = (caseFolder: string): Buffer => Buffer.from(`touchstone-keyring 1 ${basename(caseFolder)}`);

function wrap(caseFolder: string, key: Buffer, under: Buffer): WrappedKey {
  const nonce = randomBytes(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const sealed = Buffer.alloc(key.length + sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, key, context(caseFolder), null, nonce, under);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

function unwrap(caseFolder: string, { nonce, sealed }: WrappedKey, under: Buffer): Buffer | null {
  const key = sodium.sodium_malloc(KEY_BYTES);
  const bytes = Buffer.from(sealed, 'base64');
  const nonceBytes = Buffer.from(nonce, 'base64');
  const fits =
    bytes.length === KEY_BYTES + sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES &&
    nonceBytes.length === sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  if (!fits) throw new VaultError('keyring-damaged', 'The wrapped key has not the length of one.');
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      key,
      null,
      bytes,
      context(caseFolder),
      nonceBytes,
      under,
    );
    return key;
  } catch {
    // libsodium has one failure here: these are not the key and the bytes it was sealed with.
    return null;
  }
}

/**
 * Makes a case key and its keyring. Throws `no-protection` when neither way of protecting it is
 * given, `case-exists`, `disk-full`, `write-failed`.
 */
export async function createKeyring(
  caseFolder: string,
  protection: { readonly passphrase: string | null; readonly keychain: KeychainSecret | null },
  cost: Cost = DEFAULT_COST,
): Promise<Buffer> {
  const { passphrase, keychain } = protection;
  if (passphrase === null && keychain === null) {
    throw new VaultError('no-protection', 'A case needs a passphrase or the keychain.');
  }
  if (existsSync(keyringPath(caseFolder))) throw new VaultError('case-exists', 'There is a case of this id.');
  const key = newKey();
  const argon2id = { ...cost, salt: randomBytes(sodium.crypto_pwhash_SALTBYTES).toString('base64') };
  const keyring: Keyring = {
    format: 'touchstone-keyring',
    version: 1,
    passphrase:
      passphrase === null
        ? null
        : { ...wrap(caseFolder, key, await stretch(passphrase, argon2id)), argon2id },
    keychain: keychain && { ...wrap(caseFolder, key, keychain.secret), secret: keychain.sealed },
  };
  try {
    await writeWhole(keyringPath(caseFolder), async (file) => file.writeFile(JSON.stringify(keyring)));
  } catch (error) {
    throw writeFailure(error, 'The keyring could not be written');
  }
  return key;
}

/** The case key by passphrase. Throws `wrong-passphrase`, `no-such-case`, `keyring-damaged`. */
export async function unlockByPassphrase(caseFolder: string, passphrase: string): Promise<Buffer> {
  const keyring = await readKeyring(caseFolder);
  if (!keyring.passphrase) throw new VaultError('wrong-passphrase', 'This case has no passphrase.');
  const key = unwrap(caseFolder, keyring.passphrase, await stretch(passphrase, keyring.passphrase.argon2id));
  if (!key) throw new VaultError('wrong-passphrase', 'The passphrase does not open this case.');
  return key;
}

/** The case key by the secret that the OS keychain gave back. Throws as the above. */
export async function unlockByKeychain(caseFolder: string, secret: Buffer): Promise<Buffer> {
  const { keychain } = await readKeyring(caseFolder);
  const key = keychain && unwrap(caseFolder, keychain, secret);
  if (!key) throw new VaultError('keychain-unavailable', 'The keychain holds another key.');
  return key;
}

/** Overwrites and removes the keyring, then everything else of the case. */
export async function destroyCase(caseFolder: string): Promise<void> {
  try {
    const file = await open(keyringPath(caseFolder), 'r+');
    try {
      const { size } = await file.stat();
      await file.write(randomBytes(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await rm(caseFolder, { recursive: true, force: true });
    await syncFolder(`${caseFolder}/..`);
  } catch (error) {
    if (systemCode(error) === 'ENOENT')
      throw new VaultError('no-such-case', 'There is no such case.', { cause: error });
    throw writeFailure(error, 'The case could not be destroyed');
  }
}
