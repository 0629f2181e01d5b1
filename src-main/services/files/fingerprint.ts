import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ServiceError } from '../service-error.ts';

const PIECE_BYTES = 1024 * 1024;

/** SHA-256 (hex) and length of a file, read once from end to end. Throws a ServiceError `file-unreadable`. */
export async function fingerprintOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
      if (!Buffer.isBuffer(piece)) continue;
      hash.update(piece);
      bytes += piece.length;
    }
  } catch (error) {
    throw new ServiceError('file-unreadable', `The file cannot be read: ${String(error)}`);
  }
  return { sha256: hash.digest('hex'), bytes };
}
