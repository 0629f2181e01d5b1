import type { FileHandle } from 'node:fs/promises';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import type { PayloadReader } from '../project-file/age/payload-reader.ts';

const PIECE_BYTES = 1024 * 1024;

/** A file that is not encrypted, read as the content of an encrypted one is. */
export function plainFile(file: FileHandle, size: number): PayloadReader {
  async function read(start: number, end: number): Promise<Buffer> {
    const bytes = Buffer.alloc(end - start);
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await file.read(bytes, at, bytes.length - at, start + at);
      if (bytesRead === 0) throw new ProjectFileFault('zip-damaged', 'the file is cut');
      at += bytesRead;
    }
    return bytes;
  }
  return {
    size,
    read,
    async *stream(start, end) {
      for (let at = start; at < end; at += PIECE_BYTES) yield await read(at, Math.min(at + PIECE_BYTES, end));
    },
  };
}
