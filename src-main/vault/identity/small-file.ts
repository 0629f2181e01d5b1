import type { Disk } from '../files/disk.ts';
import { readFailure } from '../files/system-errors.ts';
import { VaultError } from '../vault-error.ts';

/**
 * Reads a whole file of at most `limit` bytes. Throws a VaultError `file-missing`,
 * `file-unreadable`, `file-too-large` or `not-a-file`.
 */
export async function readSmallFile(disk: Disk, path: string, limit: number): Promise<Uint8Array> {
  try {
    const stats = await disk.stat(path);
    // Checked before opening: opening a named pipe waits for a writer for ever.
    if (!stats.isFile()) throw new VaultError('not-a-file', 'Only ordinary files can be read');
    if (stats.size > limit) throw new VaultError('file-too-large', 'The file is too large');
    return Uint8Array.from(await disk.readFile(path));
  } catch (error) {
    throw readFailure(error);
  }
}
