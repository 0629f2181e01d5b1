import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { VaultError } from '../vault-error.ts';
import { systemCode, writeFailure } from '../files/system-errors.ts';
import { type Disk, syncFolder } from '../files/disk.ts';
import { writeWhole } from '../files/write-whole.ts';
import { formatKeyring, parseKeyring } from './keyring.ts';
import type { Keyring } from './keyring-schema.ts';

/** Where everything of a case lies but its database. */
export const caseFolder = (casesFolder: string, caseId: string): string => join(casesFolder, caseId);
const keyringPath = (casesFolder: string, caseId: string): string =>
  join(caseFolder(casesFolder, caseId), 'keyring.json');

async function exists(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Whether the case has a keyring, whole or not. */
export const hasKeyring = (disk: Disk, casesFolder: string, caseId: string): Promise<boolean> =>
  exists(disk, keyringPath(casesFolder, caseId));

/** Stands in a case's folder until the case is whole: what a crash left half-made is known by it. */
const markerPath = (casesFolder: string, caseId: string): string =>
  join(caseFolder(casesFolder, caseId), 'unfinished');

/** From now on the case is whole. */
export async function markFinished(disk: Disk, casesFolder: string, caseId: string): Promise<void> {
  try {
    await disk.rm(markerPath(casesFolder, caseId), { force: true });
    await syncFolder(disk, caseFolder(casesFolder, caseId));
  } catch (error) {
    throw writeFailure(error);
  }
}

/** Whether the making of the case was cut short. */
export const isUnfinished = (disk: Disk, casesFolder: string, caseId: string): Promise<boolean> =>
  exists(disk, markerPath(casesFolder, caseId));

const CASE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids of the folders of cases, whole or not. */
export async function caseFolderIds(disk: Disk, casesFolder: string): Promise<string[]> {
  try {
    return (await disk.readdir(casesFolder)).filter((name) => CASE_ID.test(name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Ids of the cases that have a keyring, in no order. */
export async function caseIdsWithKeyring(disk: Disk, casesFolder: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of await caseFolderIds(disk, casesFolder)) {
    if (await hasKeyring(disk, casesFolder, name)) ids.push(name);
  }
  return ids;
}

/** Reads the keyring. Throws a VaultError `no-such-case` or `keyring-damaged`. */
export async function readKeyring(disk: Disk, casesFolder: string, caseId: string): Promise<Keyring> {
  let text: string;
  try {
    text = await disk.readFile(keyringPath(casesFolder, caseId), 'utf8');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') throw new VaultError('no-such-case', 'The case has no keyring here');
    throw new VaultError('keyring-damaged', `The keyring cannot be read: ${code}`);
  }
  return parseKeyring(text, caseId);
}

/** Writes the keyring of a new case, whole or not at all; the case counts as unfinished from then on. */
export async function writeKeyring(disk: Disk, casesFolder: string, keyring: Keyring): Promise<void> {
  try {
    await disk.mkdir(caseFolder(casesFolder, keyring.caseId), { recursive: true, mode: 0o700 });
    await syncFolder(disk, casesFolder);
  } catch (error) {
    throw writeFailure(error);
  }
  await writeWhole(disk, markerPath(casesFolder, keyring.caseId), new Uint8Array());
  await writeWhole(disk, keyringPath(casesFolder, keyring.caseId), Buffer.from(formatKeyring(keyring)));
}

async function overwrite(disk: Disk, path: string): Promise<void> {
  const handle = await disk.open(path, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(randomBytes(size), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Destroys the keyring first (overwritten, since without it the rest is noise), then the folder.
 * Throws a VaultError `no-such-case` or `write-failed`.
 */
export async function destroyCaseFolder(disk: Disk, casesFolder: string, caseId: string): Promise<void> {
  const folder = caseFolder(casesFolder, caseId);
  try {
    if (!(await exists(disk, folder))) throw new VaultError('no-such-case', 'The case is not here');
    const keyring = keyringPath(casesFolder, caseId);
    if (await exists(disk, keyring)) {
      await overwrite(disk, keyring);
      await disk.rm(keyring);
      await syncFolder(disk, folder);
    }
    await disk.rm(folder, { recursive: true, maxRetries: 3 });
    await syncFolder(disk, casesFolder);
  } catch (error) {
    throw writeFailure(error);
  }
}
