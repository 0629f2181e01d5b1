import sodium from 'sodium-native';
import { newSecret, wipe } from './secret.ts';

/** Cost of one guess at a passphrase: passes, and bytes of memory. */
export type Cost = { readonly opslimit: number; readonly memlimit: number };

/** libsodium's "moderate": about half a second and 256 MiB on a two-core laptop. */
export const MODERATE: Cost = { opslimit: 3, memlimit: 256 * 1024 * 1024 };

/** Costs accepted from a file: more than this would stall or exhaust a 4 GB laptop. */
export const MAX_COST: Cost = { opslimit: 16, memlimit: 1024 * 1024 * 1024 };

export const SALT_BYTES = sodium.crypto_pwhash_SALTBYTES;

/**
 * The key a passphrase stands for (Argon2id). The passphrase is put in Unicode form NFC first:
 * the same letters typed on another system must give the same key.
 */
export async function passphraseKey(passphrase: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const text = Buffer.from(passphrase.normalize('NFC'), 'utf8');
  const key = newSecret();
  try {
    await new Promise<void>((resolve, reject) => {
      sodium.crypto_pwhash_async(
        key,
        text,
        salt,
        cost.opslimit,
        cost.memlimit,
        sodium.crypto_pwhash_ALG_ARGON2ID13,
        (error) => (error ? reject(error) : resolve()),
      );
    });
    return key;
  } finally {
    wipe(text);
  }
}
