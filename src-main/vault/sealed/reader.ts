import type { FileHandle } from 'node:fs/promises';
import { VaultError } from '../vault-error.ts';
import { systemCode } from '../files/system-errors.ts';
import type { Disk } from '../files/disk.ts';
import type { CaseKeys } from '../keys/case-keys.ts';
import { wipe } from '../keys/secret.ts';
import {
  CHUNK_BYTES,
  chunkCount,
  fileKey,
  HEADER_BYTES,
  openChunk,
  SEALED_CHUNK_BYTES,
  sealedLength,
  sizeInHeader,
} from './format.ts';

/** A sealed file open for reading. `close` must be called. */
export type SealedReader = {
  /** Size of the plain content. */
  readonly size: number;
  /** Plain bytes from `start` up to `end` (exclusive); opens only the chunks they lie in. */
  read(start: number, end: number): Promise<Buffer>;
  close(): Promise<void>;
};

const damaged = () => new VaultError('blob-damaged', 'A sealed file was altered or cut');

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(buffer, at, length - at, position + at);
    if (bytesRead === 0) throw damaged();
    at += bytesRead;
  }
  return buffer;
}

async function readRange(
  file: FileHandle,
  key: Buffer,
  size: number,
  start: number,
  end: number,
): Promise<Buffer> {
  const count = chunkCount(size);
  const first = Math.min(Math.floor(start / CHUNK_BYTES), count - 1);
  const last = Math.min(Math.floor(Math.max(start, end - 1) / CHUNK_BYTES), count - 1);
  const from = HEADER_BYTES + first * SEALED_CHUNK_BYTES;
  const to = Math.min(HEADER_BYTES + (last + 1) * SEALED_CHUNK_BYTES, sealedLength(size));
  const sealed = await readAt(file, from, to - from);
  const plain = Buffer.alloc((last - first + 1) * CHUNK_BYTES);
  let filled = 0;
  for (let index = first; index <= last; index++) {
    const at = (index - first) * SEALED_CHUNK_BYTES;
    const chunk = sealed.subarray(at, at + SEALED_CHUNK_BYTES);
    const length = openChunk(key, index, index === count - 1, chunk, plain.subarray(filled));
    if (length === null) throw damaged();
    filled += length;
  }
  const skipped = first * CHUNK_BYTES;
  return plain.subarray(start - skipped, end - skipped);
}

/** Opens a sealed file. Throws a VaultError `blob-missing` or `blob-damaged`. */
export async function openSealed(disk: Disk, path: string, keys: CaseKeys): Promise<SealedReader> {
  let file: FileHandle;
  try {
    file = await disk.open(path, 'r');
  } catch (error) {
    const code = systemCode(error);
    throw new VaultError('blob-missing', `A sealed file cannot be opened: ${code}`);
  }
  try {
    const header = await readAt(file, 0, HEADER_BYTES);
    const size = sizeInHeader(header);
    if (size === null || (await file.stat()).size !== sealedLength(size)) throw damaged();
    const key = fileKey(keys.files, header);
    return {
      size,
      read(start, end) {
        if (start < 0 || end < start || end > size) throw new RangeError('Outside the sealed content');
        return readRange(file, key, size, start, end);
      },
      close() {
        wipe(key);
        return file.close();
      },
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}
