import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { ServiceError } from '../service-error.ts';

/** What is needed of a disk; tests put one in its place that runs full. */
export type PdfDisk = { readonly open: typeof open; readonly rename: typeof rename; readonly rm: typeof rm };

const realDisk: PdfDisk = { open, rename, rm };

const FULL = new Set(['ENOSPC', 'EDQUOT']);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * Writes a file whole or not at all: a temporary one beside it, fsync, rename. Throws `disk-full`,
 * `write-failed` with the system's code; what stood there before is then untouched.
 */
export async function writePdf(path: string, bytes: Uint8Array, disk: PdfDisk = realDisk): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await disk.open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.rm(temporary, { force: true });
    const code = codeOf(error);
    throw new ServiceError(FULL.has(code) ? 'disk-full' : 'write-failed', code || String(error), {
      cause: error,
    });
  }
}
