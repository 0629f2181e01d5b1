import { Readable } from 'node:stream';
import { createDeflateRaw } from 'node:zlib';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { crc32 } from '../../sealed/crc32.ts';
import {
  type Closed,
  descriptor,
  directoryRecord,
  dosTime,
  endOfDirectory,
  localHeader,
  MAX32,
  type Opening,
} from './records.ts';

/** Content whose length and checksum are known before it is read. */
export type Known = { readonly size: number; readonly crc32: number };

/** Writes an archive from its start to its end, one file after the other. */
export type ArchiveWriter = {
  /**
   * Adds a file as it is; the checksum must be right. A piece of the content need be valid only
   * until the next is asked for. Throws `zip-size-differs` when it is not as long as was said.
   */
  store(path: string, known: Known, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Adds a file packed by deflate; one of unknown size gets a ZIP64 header. */
  deflate(path: string, content: AsyncIterable<Uint8Array>, size?: number): Promise<void>;
  end(): Promise<void>;
};

const LEVEL = 6;
/** Deflate makes what does not pack longer by far less than this. */
const PACKED_LONGER = 16 * 1024 * 1024;

/** Packs content, which is counted and summed on its way. */
function packing(content: AsyncIterable<Uint8Array>) {
  const sum = { size: 0, crc32: 0 };
  const counted = async function* () {
    for await (const piece of content) {
      sum.size += piece.length;
      sum.crc32 = crc32(piece, sum.crc32);
      // The piece may be reused once the next is asked for, and zlib keeps it in a queue.
      yield Buffer.from(piece);
    }
  };
  const pieces = async function* () {
    const packer = createDeflateRaw({ level: LEVEL });
    const source = Readable.from(counted());
    source.on('error', (error) => packer.destroy(error));
    source.pipe(packer);
    try {
      for await (const piece of packer) yield piece as Buffer;
    } finally {
      source.destroy();
      packer.destroy();
    }
  };
  return { sum, pieces };
}

/** Starts an archive whose bytes go to `write`. What `write` throws comes out of the call under way. */
export function startArchive(write: (bytes: Uint8Array) => Promise<void>, modified: Date): ArchiveWriter {
  const time = dosTime(modified);
  const records: Buffer[] = [];
  let at = 0;
  const put = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length === 0) return;
    await write(bytes);
    at += bytes.length;
  };
  const open = async (path: string, about: Pick<Opening, 'method' | 'known' | 'long'>): Promise<Opening> => {
    const entry = { ...about, name: Buffer.from(path, 'utf8'), modified: time, offset: at };
    await put(localHeader(entry));
    return entry;
  };
  return {
    async store(path, known, content) {
      const { size, crc32 } = known;
      const entry = await open(path, { method: 0, known: { size, crc32 }, long: size >= MAX32 });
      const end = at + size;
      for await (const piece of content) {
        if (at + piece.length > end) throw new ProjectFileFault('zip-size-differs', path);
        await put(piece);
      }
      if (at !== end) throw new ProjectFileFault('zip-size-differs', path);
      records.push(directoryRecord({ ...entry, size, crc32, packedSize: size }));
    },
    async deflate(path, content, size) {
      const long = size === undefined || size + PACKED_LONGER >= MAX32;
      const entry = await open(path, { method: 8, known: null, long });
      const start = at;
      const { sum, pieces } = packing(content);
      for await (const piece of pieces()) await put(piece);
      const closed: Closed = { ...entry, ...sum, packedSize: at - start };
      if (!long && closed.size !== size) throw new ProjectFileFault('zip-size-differs', path);
      await put(descriptor(closed));
      records.push(directoryRecord(closed));
    },
    async end() {
      const start = at;
      for (const record of records) await put(record);
      await put(endOfDirectory(records.length, start, at - start));
    },
  };
}
