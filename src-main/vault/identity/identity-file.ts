import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Self } from '#core/sharing/colleague.ts';
import { type IdentityDetails, identityDetails } from '#core/sharing/identity-file.ts';
import { type Disk, syncFolder } from '../files/disk.ts';
import { systemCode, writeFailure } from '../files/system-errors.ts';
import { writeWhole } from '../files/write-whole.ts';
import { formatKeyring, parseKeyring } from '../keys/keyring.ts';
import type { Keyring } from '../keys/keyring-schema.ts';
import { VaultError } from '../vault-error.ts';
import { ageKeyOf, type KeyPair, readPair } from './key-pair.ts';
import { openJson, type SealedJson, sealJson } from './sealed-json.ts';

const FORMAT = 'touchstone-identity';
const VERSION = 1;
const CONTEXT = `${FORMAT}/${VERSION}`;

/** Stands where a keyring names its case: a slot of a case opens no identity, and the reverse. */
export const KEYRING_OF = 'identity';

/**
 * The file `identity/identity.json`: the keyring of a random key, and under that key the person's
 * secret keys, alias and colleagues. Nothing of these is outside the seal.
 */
export type IdentityFile = { readonly keyring: Keyring; readonly sealed: SealedJson };

/** What the seal holds, opened. */
export type Opened = { readonly pair: KeyPair; readonly details: IdentityDetails };

/** What of it is public. */
export const selfOf = ({ pair, details }: Opened): Self => ({
  alias: details.alias,
  recipient: pair.recipient,
  signingKey: pair.signingKey,
});

const pathIn = (folder: string): string => join(folder, 'identity.json');
const damaged = (why: string) => new VaultError('identity-damaged', `The identity file ${why}`);

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function parse(text: string): IdentityFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('is no JSON');
  }
  if (!isFields(value) || value['format'] !== FORMAT || value['version'] !== VERSION)
    throw damaged('has a form that this version does not know');
  const sealed = value['sealed'];
  if (!isFields(sealed)) throw damaged('lacks its parts');
  const { nonce, box } = sealed;
  if (typeof nonce !== 'string' || typeof box !== 'string') throw damaged('lacks its parts');
  try {
    return { keyring: parseKeyring(JSON.stringify(value['keyring']), KEYRING_OF), sealed: { nonce, box } };
  } catch {
    throw damaged('has a keyring that does not fit');
  }
}

/** Reads the file; null when there is none. Throws a VaultError `identity-damaged`. */
export async function readIdentityFile(disk: Disk, folder: string): Promise<IdentityFile | null> {
  let text: string;
  try {
    text = await disk.readFile(pathIn(folder), 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return null;
    throw new VaultError('identity-damaged', `The identity file cannot be read: ${code}`);
  }
  return parse(text);
}

/** Writes the file, whole or not at all. Throws a VaultError `disk-full` or `write-failed`. */
export async function writeIdentityFile(
  disk: Disk,
  folder: string,
  { keyring, sealed }: IdentityFile,
): Promise<void> {
  try {
    await disk.mkdir(folder, { recursive: true, mode: 0o700 });
    await syncFolder(disk, dirname(folder));
  } catch (error) {
    throw writeFailure(error);
  }
  const text = JSON.stringify({
    format: FORMAT,
    version: VERSION,
    keyring: JSON.parse(formatKeyring(keyring)),
    sealed,
  });
  await writeWhole(disk, pathIn(folder), Buffer.from(text));
}

/** Overwrites the file, since without it the keys are gone, then removes it. */
export async function destroyIdentityFile(disk: Disk, folder: string): Promise<void> {
  try {
    const handle = await disk.open(pathIn(folder), 'r+');
    try {
      const { size } = await handle.stat();
      await handle.write(randomBytes(size), 0, size, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await disk.rm(pathIn(folder));
    await syncFolder(disk, folder);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw writeFailure(error);
  }
}

/** Seals the keys and the details under the key of the keyring. */
export const sealIdentity = ({ pair, details }: Opened, key: Buffer): SealedJson =>
  sealJson({ ageKey: ageKeyOf(pair), signingSeed: pair.seed.toString('base64'), ...details }, key, CONTEXT);

/** Opens the seal. Throws a VaultError `identity-damaged`. */
export function openIdentity(sealed: SealedJson, key: Buffer): Opened {
  const value = openJson(sealed, key, CONTEXT);
  if (!isFields(value)) throw damaged('was altered');
  const { ageKey, signingSeed } = value;
  const details = identityDetails(value);
  if (!details || typeof ageKey !== 'string' || typeof signingSeed !== 'string')
    throw damaged('holds something else');
  const pair = readPair(ageKey, signingSeed);
  if (!pair) throw damaged('holds keys that are none');
  return { pair, details: { alias: details.alias, colleagues: details.colleagues } };
}
