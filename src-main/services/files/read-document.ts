import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BigIntStats } from 'node:fs';
import { ServiceError } from '../service-error.ts';

const MISSING = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ESTALE']);

/** What a failed call means to the person, in words that hold no path. */
function readFailure(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return new ServiceError(MISSING.has(code) ? 'file-missing' : 'file-unreadable', `Reading failed: ${code}`);
}

async function statFile(path: string, limit: number): Promise<BigIntStats> {
  const stats = await stat(path, { bigint: true });
  // Checked before opening: opening a named pipe waits for a writer for ever.
  if (!stats.isFile()) throw new ServiceError('not-a-file', 'Only ordinary files can be read');
  if (stats.size > limit) throw new ServiceError('file-too-large', 'The file is too large');
  return stats;
}

async function readContent(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * Reads a whole article file of at most `limit` bytes. Throws `file-missing`, `file-unreadable`,
 * `file-too-large`, `not-a-file`, or `file-changed` when it is not the same at the end.
 * `onRead` is called when the content is in hand.
 */
export async function readDocument(
  path: string,
  limit: number,
  onRead: () => void = () => undefined,
): Promise<{ name: string; bytes: Uint8Array }> {
  try {
    const before = await statFile(path, limit);
    const content = await readContent(path);
    onRead();
    const after = await statFile(path, limit);
    const same = before.mtimeNs === after.mtimeNs && before.ino === after.ino && before.size === after.size;
    if (!same || content.length !== Number(before.size))
      throw new ServiceError('file-changed', 'The file changed while it was read');
    return { name: basename(path), bytes: Uint8Array.from(content) };
  } catch (error) {
    throw readFailure(error);
  }
}
