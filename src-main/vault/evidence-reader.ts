import { type FileHandle, open } from 'node:fs/promises';
import { blobPath } from './evidence-store.ts';
import {
  CHUNK,
  damaged,
  evidenceKey,
  fileKey,
  HEADER,
  layoutOf,
  openChunk,
  saltOf,
  TAG,
} from './sealed-format.ts';
import { systemCode, VaultError } from './vault-error.ts';

/** A sealed file opened for reading any part of it. */
export class EvidenceReader {
  /** Plain bytes. */
  readonly size: number;
  private readonly file: FileHandle;
  private readonly key: Buffer;
  private readonly chunks: number;

  private constructor(file: FileHandle, key: Buffer, layout: { chunks: number; size: number }) {
    this.file = file;
    this.key = key;
    this.chunks = layout.chunks;
    this.size = layout.size;
  }

  /** Opens a sealed file. Throws `evidence-missing`, `evidence-damaged`. */
  static async open(caseFolder: string, caseKey: Buffer, blob: string): Promise<EvidenceReader> {
    const file = await open(blobPath(caseFolder, blob), 'r').catch((error: unknown) => {
      const missing = systemCode(error) === 'ENOENT';
      throw new VaultError(missing ? 'evidence-missing' : 'file-unreadable', String(error), { cause: error });
    });
    try {
      const { size } = await file.stat();
      const header = await readFully(file, 0, Math.min(HEADER, size));
      const key = fileKey(evidenceKey(caseKey), saltOf(header));
      return new EvidenceReader(file, key, layoutOf(size));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Plain bytes from `start` up to `end` (exclusive, cut to the size). Throws `evidence-damaged`. */
  async read(start: number, end: number): Promise<Buffer> {
    const stop = Math.min(end, this.size);
    if (start >= stop) return Buffer.alloc(0);
    const first = Math.floor(start / CHUNK);
    const last = Math.floor((stop - 1) / CHUNK);
    const parts: Buffer[] = [];
    for (let index = first; index <= last; index++) parts.push(await this.chunk(index));
    return Buffer.concat(parts).subarray(start - first * CHUNK, stop - first * CHUNK);
  }

  /** Opens every chunk: resolves when the whole file is what was sealed. */
  async verify(): Promise<void> {
    for (let index = 0; index < this.chunks; index++) await this.chunk(index);
  }

  close(): Promise<void> {
    return this.file.close();
  }

  private async chunk(index: number): Promise<Buffer> {
    const isLast = index === this.chunks - 1;
    const length = isLast ? this.size - index * CHUNK : CHUNK;
    const sealed = await readFully(this.file, HEADER + index * (CHUNK + TAG), length + TAG);
    return openChunk(sealed, index, isLast, this.key);
  }
}

async function readFully(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) throw damaged();
    done += bytesRead;
  }
  return buffer;
}
