import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { VaultError } from '../vault-error.ts';
import { writeFailure } from './system-errors.ts';
import { type Disk, syncFolder } from './disk.ts';

/** Ending of files that are not whole yet; the sweep removes what a crash left of them. */
export const TEMPORARY = '.part';

/** Bytes of a name that every file system takes. */
const NAME_BYTES = 255;
const RANDOM_BYTES = 8;

/**
 * The beginning of a temporary name that tells which file it will be: cut, so that whatever name the
 * file may have, the temporary one is not too long.
 */
export function temporaryPrefix(name: string): string {
  const room = NAME_BYTES - 2 * RANDOM_BYTES - TEMPORARY.length - 1;
  let prefix = '';
  let bytes = 0;
  for (const letter of name) {
    bytes += Buffer.byteLength(letter);
    if (bytes > room) break;
    prefix += letter;
  }
  return `${prefix}.`;
}

/** A fresh name for a file that is not whole yet, in `folder`. */
export const temporaryPath = (folder: string, prefix = ''): string =>
  join(folder, `${prefix}${randomBytes(RANDOM_BYTES).toString('hex')}${TEMPORARY}`);

/**
 * Throws a VaultError `write-failed` when there is something at `path` that is no ordinary file: the
 * rename would put a device or a pipe out of the way of every program that uses it.
 */
export async function requirePlainTarget(disk: Disk, path: string): Promise<void> {
  const stats = await disk.stat(path).catch(() => null);
  if (stats && !stats.isFile()) throw new VaultError('write-failed', 'There is something that is no file');
}

/**
 * Writes a file so that a crash leaves the old one or the new one, never a half. Throws a
 * VaultError `disk-full` or `write-failed`; then nothing has changed.
 */
export async function writeWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = temporaryPath(folder, temporaryPrefix(basename(path)));
  await requirePlainTarget(disk, path);
  try {
    const handle = await disk.open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await disk.rename(temporary, path);
    await syncFolder(disk, folder);
  } catch (error) {
    await disk.rm(temporary, { force: true });
    throw writeFailure(error);
  }
}
