import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { writeFailure } from './system-errors.ts';
import { type Disk, syncFolder } from './disk.ts';

/** Ending of files that are not whole yet; the sweep removes what a crash left of them. */
export const TEMPORARY = '.part';

/** A fresh name for a file that is not whole yet, in `folder`. */
export const temporaryPath = (folder: string, name = ''): string =>
  join(folder, `${name}${randomBytes(8).toString('hex')}${TEMPORARY}`);

/**
 * Writes a file so that a crash leaves the old one or the new one, never a half. Throws a
 * VaultError `disk-full` or `write-failed`; then nothing has changed.
 */
export async function writeWhole(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = temporaryPath(folder, `${basename(path)}.`);
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
