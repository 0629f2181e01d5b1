import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ServiceError } from '../service-error.ts';

/** What is needed of a disk; tests put one in its place that runs full. */
export type Disk = { readonly open: typeof open; readonly rename: typeof rename; readonly rm: typeof rm };

const realDisk: Disk = { open, rename, rm };

const FULL = new Set(['ENOSPC', 'EDQUOT']);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Makes the rename last through a power cut; Windows cannot open folders and needs no such call. */
async function syncFolder({ open: openOn }: Disk, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await openOn(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes bytes to a file that is not there yet, down to the disk. */
export async function writeNew(path: string, bytes: Uint8Array, disk: Disk = realDisk): Promise<void> {
  const file = await disk.open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A device or a pipe must not be replaced by a file; a folder refuses by itself. */
async function requireFile(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there && !there.isFile() && !there.isDirectory())
    throw new ServiceError('write-failed', 'ENOTFILE', { cause: path });
}

/**
 * Makes a file whole or not at all: `make` writes a temporary one beside it and looks at it, then it
 * is renamed. Throws `disk-full`, `write-failed` with the system's code, or what `make` throws; what
 * stood there before is then untouched, and nothing stays behind.
 */
export async function writeWhole(
  path: string,
  make: (temporary: string) => Promise<void>,
  disk: Disk = realDisk,
): Promise<void> {
  await requireFile(path);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    await make(temporary);
    await disk.rename(temporary, path);
    await syncFolder(disk, dirname(path));
  } catch (error) {
    await disk.rm(temporary, { force: true });
    const code = codeOf(error);
    if (error instanceof ServiceError || !/^E[A-Z]+$/u.test(code)) throw error;
    throw new ServiceError(FULL.has(code) ? 'disk-full' : 'write-failed', code, { cause: error });
  }
}
