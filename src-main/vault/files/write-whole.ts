import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { VaultError } from '../vault-error.ts';
import { writeFailure } from './system-errors.ts';
import { type Disk, syncFolder } from './disk.ts';

/** Ending of files that are not whole yet; the sweep removes what a crash left of them. */
export const TEMPORARY = '.part';

/** A fresh name for a file that is not whole yet, in `folder`. */
export const temporaryPath = (folder: string, name = ''): string =>
  join(folder, `${name}${randomBytes(8).toString('hex')}${TEMPORARY}`);

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
  const temporary = temporaryPath(folder, `${basename(path)}.`);
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
