import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { LIMITS } from '#core/exchange/project-file/limits.ts';
import type { PayloadReader } from '../age/payload-reader.ts';
import { crc32 } from '../../sealed/crc32.ts';
import type { ZipEntry } from './directory.ts';
import { zip64Field } from './fields.ts';

const LOCAL_BYTES = 30;
const DESCRIBED_LATER = 8;
const MAX32 = 0xffffffff;

const differs = ({ name }: ZipEntry) => new ProjectFileFault('zip-header-differs', name);

/** Checks sizes and checksum as a local header tells them: true, or zero where they follow the data (APPNOTE 4.4.4). */
function checkNumbers(header: Buffer, extra: Buffer, entry: ZipEntry): void {
  const long = zip64Field(extra);
  if (!long || ![0, 16].includes(long.length)) throw differs(entry);
  const [crc, packed, size] = [14, 18, 22].map((at) => header.readUInt32LE(at));
  const later = (entry.flags & DESCRIBED_LATER) !== 0;
  // With ZIP64 both sizes stand there, the plain one first (APPNOTE 4.5.3).
  const says = (short: number | undefined, at: number): number | undefined =>
    long.length === 0 ? short : short === MAX32 ? Number(long.readBigUInt64LE(at)) : undefined;
  const fits = (said: number | undefined, wanted: number): boolean => said === (later ? 0 : wanted);
  const sound =
    fits(crc, entry.crc32) && fits(says(size, 0), entry.size) && fits(says(packed, 8), entry.packedSize);
  if (!sound) throw differs(entry);
}

/** A place beyond 4 GiB takes ZIP64 in the directory alone: the local header may ask for less. */
const neededFits = (local: number, { needed, offset }: ZipEntry): boolean =>
  local === needed || (offset >= MAX32 && (local === 10 || local === 20));

/**
 * Checks the local header (APPNOTE 4.3.7) against the directory. Returns where the data starts.
 * Throws `zip-header-differs`.
 */
async function checkLocalHeader(payload: PayloadReader, entry: ZipEntry): Promise<number> {
  const { offset, rawName } = entry;
  const header = await payload.read(offset, offset + LOCAL_BYTES + rawName.length);
  const nameLength = header.readUInt16LE(26);
  const extraLength = header.readUInt16LE(28);
  const same =
    header.readUInt32LE(0) === 0x04034b50 &&
    neededFits(header.readUInt16LE(4), entry) &&
    header.readUInt16LE(6) === entry.flags &&
    header.readUInt16LE(8) === entry.method &&
    header.readUInt32LE(10) === entry.modified &&
    nameLength === rawName.length &&
    header.subarray(LOCAL_BYTES).equals(rawName);
  const extraAt = offset + LOCAL_BYTES + nameLength;
  if (!same || extraAt + extraLength > payload.size) throw differs(entry);
  checkNumbers(header, await payload.read(extraAt, extraAt + extraLength), entry);
  return extraAt + extraLength;
}

/** Length of the descriptor behind the data (APPNOTE 4.3.9), checked against the directory. */
async function descriptorLength(payload: PayloadReader, entry: ZipEntry, at: number): Promise<number> {
  if ((entry.flags & DESCRIBED_LATER) === 0) return 0;
  const bytes = await payload.read(at, Math.min(at + 24, payload.size));
  const { crc32: crc, packedSize, size } = entry;
  const headed = bytes.length >= 16 && bytes.readUInt32LE(0) === 0x08074b50 && bytes.readUInt32LE(4) === crc;
  if (!headed) throw differs(entry);
  const long =
    bytes.length === 24 &&
    bytes.readBigUInt64LE(8) === BigInt(packedSize) &&
    bytes.readBigUInt64LE(16) === BigInt(size);
  if (long) return 24;
  if (bytes.readUInt32LE(8) === packedSize && bytes.readUInt32LE(12) === size) return 16;
  throw differs(entry);
}

async function* inflated(packed: AsyncIterable<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  // The pieces are reused once the next is asked for, and zlib keeps them in a queue.
  const copies = async function* () {
    for await (const piece of packed) yield Buffer.from(piece);
  };
  const source = Readable.from(copies());
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const piece of inflate) yield piece as Buffer;
  } catch (error) {
    if (error instanceof ProjectFileFault) throw error;
    throw new ProjectFileFault('zip-damaged', entry.name);
  } finally {
    source.destroy();
    inflate.destroy();
  }
  // What follows the end of the packed data would be hidden from everybody.
  if (inflate.bytesWritten !== entry.packedSize) throw new ProjectFileFault('zip-size-differs', entry.name);
}

/** Refuses what would unpack beyond measure. Throws `zip-bomb` or `zip-size-differs`. */
export function checkSize(entry: ZipEntry, most: number): void {
  const { name, size, packedSize, method } = entry;
  if (method === 0 && size !== packedSize) throw new ProjectFileFault('zip-size-differs', name);
  if (size > most) throw new ProjectFileFault('zip-too-large', name);
  if (size > LIMITS.ratioFrom && size > packedSize * LIMITS.ratio)
    throw new ProjectFileFault('zip-bomb', name);
}

/** An entry's content, and where the next entry starts once it has been read to its end. */
export type EntryData = {
  pieces(): AsyncGenerator<Buffer, void, undefined>;
  end(): Promise<number>;
};

/**
 * Opens an entry's content. Reading it to its end checks length and checksum; not the checksum where
 * the `hashed` content is checked by SHA-256. Throws `zip-header-differs`, `zip-size-differs`, `zip-checksum-differs`, `zip-damaged`.
 */
export async function openEntry(payload: PayloadReader, entry: ZipEntry, hashed = false): Promise<EntryData> {
  const start = await checkLocalHeader(payload, entry);
  const end = start + entry.packedSize;
  if (end > payload.size) throw new ProjectFileFault('zip-overlap', entry.name);
  async function* pieces(): AsyncGenerator<Buffer, void, undefined> {
    const packed = payload.stream(start, end);
    let size = 0;
    let crc = 0;
    for await (const piece of entry.method === 0 ? packed : inflated(packed, entry)) {
      size += piece.length;
      if (size > entry.size) throw new ProjectFileFault('zip-size-differs', entry.name);
      if (!hashed) crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size) throw new ProjectFileFault('zip-size-differs', entry.name);
    if (!hashed && crc !== entry.crc32) throw new ProjectFileFault('zip-checksum-differs', entry.name);
  }
  return { pieces, end: async () => end + (await descriptorLength(payload, entry, end)) };
}
