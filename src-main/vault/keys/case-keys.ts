import { createHmac } from 'node:crypto';
import sodium from 'sodium-native';
import { newSecret, wipe } from './secret.ts';

const CONTEXT = Buffer.from('tchstone');
const NAMES = 1;
const FILES = 2;

/** The keys of an unlocked case: the case key, and what the vault derives from it. */
export type CaseKeys = {
  readonly caseKey: Buffer;
  /** Keys the names of sealed files. */
  readonly names: Buffer;
  /** Keys the sealed files, each through its own header. */
  readonly files: Buffer;
};

function subkey(caseKey: Buffer, number: number): Buffer {
  const key = newSecret();
  sodium.crypto_kdf_derive_from_key(key, number, CONTEXT, caseKey);
  return key;
}

export const deriveKeys = (caseKey: Buffer): CaseKeys => ({
  caseKey,
  names: subkey(caseKey, NAMES),
  files: subkey(caseKey, FILES),
});

export const wipeKeys = ({ caseKey, names, files }: CaseKeys): void => wipe(caseKey, names, files);

/**
 * Name of the sealed file that holds content of this SHA-256. Keyed: a bare hash as a name would
 * prove to whoever takes the disk that a known file is in the case.
 */
export const blobNameOf = (keys: CaseKeys, sha256: Buffer): string =>
  createHmac('sha256', keys.names).update(sha256).digest('hex');
