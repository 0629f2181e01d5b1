import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ServiceError } from '../service-error.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * Reads a whole article file of at most `limit` bytes. Throws `file-missing`, `file-unreadable`,
 * `file-too-large`, `not-a-file`, `file-changed` when it is not the same at the end.
 */
export async function readDocument(
  path: string,
  limit: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const file = await open(path, 'r').catch((error: unknown) => {
    const missing = codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
    throw new ServiceError(missing ? 'file-missing' : 'file-unreadable', codeOf(error), { cause: error });
  });
  try {
    const before = await file.stat();
    if (!before.isFile()) throw new ServiceError('not-a-file', 'This is no file.');
    if (before.size > limit) throw new ServiceError('file-too-large', `${before.size} bytes`);
    const buffer = await file.readFile().catch((error: unknown) => {
      throw new ServiceError('file-unreadable', codeOf(error), { cause: error });
    });
    const after = await file.stat();
    if (after.nlink === 0) throw new ServiceError('file-missing', 'The file was removed while it was read.');
    if (buffer.length !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new ServiceError('file-changed', 'The file changed while it was read.');
    }
    return { name: basename(path), bytes: new Uint8Array(buffer) };
  } finally {
    await file.close();
  }
}
