import { open, rename, rm } from 'node:fs/promises';
import { ServiceError } from '../service-error.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * Writes a file whole or not at all: a temporary one beside it, fsync, rename. Throws `disk-full`,
 * `write-failed`; what stood there before is then untouched.
 */
export async function writePdf(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.part`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    const full = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
    throw new ServiceError(full ? 'disk-full' : 'write-failed', codeOf(error), { cause: error });
  }
}
