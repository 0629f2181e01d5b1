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
  /** The whole content in pieces of 1 MiB, read ahead; a piece is valid until the second after it is asked for. */
  pieces(): AsyncGenerator<Buffer, void, undefined>;
  close(): Promise<void>;
};

const damaged = () => new VaultError('blob-damaged', 'A sealed file was altered or cut');

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  return fill(file, position, Buffer.alloc(length));
}

async function fill(file: FileHandle, position: number, buffer: Buffer): Promise<Buffer> {
  const { length } = buffer;
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

/** Chunks to a piece: long enough that each costs little besides its bytes. */
const PIECE_CHUNKS = 16;

/** Goes through the whole file with a few buffers: no garbage, and the disk works while a piece is opened. */
async function* readPieces(file: FileHandle, key: Buffer, size: number): AsyncGenerator<Buffer, void> {
  const count = chunkCount(size);
  const end = sealedLength(size);
  const step = PIECE_CHUNKS * SEALED_CHUNK_BYTES;
  const sealed = [Buffer.allocUnsafe(step), Buffer.allocUnsafe(step)] as const;
  const plain = Array.from({ length: 3 }, () => Buffer.allocUnsafe(PIECE_CHUNKS * CHUNK_BYTES));
  const startReading = (piece: number): Promise<Buffer> => {
    const from = HEADER_BYTES + piece * step;
    const buffer = piece % 2 === 0 ? sealed[0] : sealed[1];
    const reading = fill(file, from, buffer.subarray(0, Math.min(step, end - from)));
    // Its failure is met at the next wait; until then it must not count as unhandled.
    reading.catch(() => undefined);
    return reading;
  };
  const pieces = Math.ceil(count / PIECE_CHUNKS);
  let next = startReading(0);
  for (let piece = 0; piece < pieces; piece++) {
    const held = await next;
    if (piece + 1 < pieces) next = startReading(piece + 1);
    const target = plain[piece % plain.length] ?? Buffer.allocUnsafe(PIECE_CHUNKS * CHUNK_BYTES);
    let filled = 0;
    for (let at = 0; at < held.length; at += SEALED_CHUNK_BYTES) {
      const index = piece * PIECE_CHUNKS + at / SEALED_CHUNK_BYTES;
      const chunk = held.subarray(at, at + SEALED_CHUNK_BYTES);
      const length = openChunk(key, index, index === count - 1, chunk, target.subarray(filled));
      if (length === null) throw damaged();
      filled += length;
    }
    yield target.subarray(0, filled);
  }
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
      pieces: () => readPieces(file, key, size),
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
