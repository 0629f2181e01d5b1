import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { LIMITS } from '#core/exchange/project-file/limits.ts';
import type { PayloadReader } from '../age/payload-reader.ts';
import { type Record16, readExtra, recordOf } from './fields.ts';

/*
 * The central directory of a ZIP archive (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16), read for a
 * format that allows one way of writing it: no comment, no second disk, no encryption, nothing
 * before the first entry, between entries or after the end. Every byte is accounted for, so that no
 * other program can see another archive in the same bytes.
 */

/** An entry as the central directory tells it. */
export type ZipEntry = {
  readonly name: string;
  readonly rawName: Buffer;
  /** Version of the format a reader must know. */
  readonly needed: number;
  /** MS-DOS time and date. */
  readonly modified: number;
  /** General purpose bits. */
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
};

/** The archive's entries in the order they lie in, and where its directory starts. */
export type Directory = { readonly entries: readonly ZipEntry[]; readonly start: number };

const END_BYTES = 22;
const END64_BYTES = 56;
const LOCATOR_BYTES = 20;
const RECORD_BYTES = 46;
const ZIP64_VERSION = 45;
const MAX16 = 0xffff;
const MAX32 = 0xffffffff;
/** Bits that may be set: sizes follow the data (3), deflate's effort (1, 2), names in UTF-8 (11). */
const ALLOWED_FLAGS = 0b0000_1000_0000_1110;

const damaged = (part: string) => new ProjectFileFault('zip-damaged', part);

type End = { readonly count: number; readonly size: number; readonly start: number };

const number64 = (bytes: Buffer, at: number): number => {
  const value = Number(bytes.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) throw damaged('a number is too large');
  return value;
};

async function readEnd64(payload: PayloadReader, endAt: number): Promise<End & { readonly at: number }> {
  const at = endAt - LOCATOR_BYTES - END64_BYTES;
  if (at < 0) throw damaged('its ZIP64 end is missing');
  const bytes = await payload.read(at, endAt);
  const locator = bytes.subarray(END64_BYTES);
  const sound =
    bytes.readUInt32LE(0) === 0x06064b50 &&
    number64(bytes, 4) === END64_BYTES - 12 &&
    bytes.readUInt16LE(12) === ZIP64_VERSION &&
    bytes.readUInt16LE(14) === ZIP64_VERSION &&
    bytes.readUInt32LE(16) === 0 &&
    bytes.readUInt32LE(20) === 0 &&
    number64(bytes, 24) === number64(bytes, 32) &&
    locator.readUInt32LE(0) === 0x07064b50 &&
    locator.readUInt32LE(4) === 0 &&
    number64(locator, 8) === at &&
    locator.readUInt32LE(16) === 1;
  if (!sound) throw damaged('its ZIP64 end');
  return { count: number64(bytes, 32), size: number64(bytes, 40), start: number64(bytes, 48), at };
}

const agrees = (short: number, limit: number, long: number): boolean => short === limit || short === long;

async function readEnd(payload: PayloadReader): Promise<End> {
  const endAt = payload.size - END_BYTES;
  if (endAt < 0) throw damaged('it is too short');
  const bytes = await payload.read(endAt, payload.size);
  if (bytes.readUInt32LE(0) !== 0x06054b50 || bytes.readUInt16LE(20) !== 0) throw damaged('its end');
  const [disk, startDisk, here, count] = [4, 6, 8, 10].map((at) => bytes.readUInt16LE(at));
  const [size, start] = [bytes.readUInt32LE(12), bytes.readUInt32LE(16)];
  if (here !== count || count === undefined || disk !== startDisk) throw damaged('its end');
  // Without a ZIP64 end the directory ends where this one starts.
  if (disk === 0 && start + size === endAt) return { count, size, start };
  if (disk !== 0 && disk !== MAX16) throw damaged('its end');
  const long = await readEnd64(payload, endAt);
  const same =
    agrees(count, MAX16, long.count) && agrees(size, MAX32, long.size) && agrees(start, MAX32, long.start);
  if (!same || long.start + long.size !== long.at) throw damaged('its two ends differ');
  return long;
}

function checkName(raw: Buffer): string {
  const name = raw.toString('utf8');
  if (raw.length > LIMITS.nameBytes || !Buffer.from(name, 'utf8').equals(raw)) {
    throw new ProjectFileFault('zip-bad-name', JSON.stringify(name.slice(0, 60)));
  }
  return name;
}

/** Unix says in the upper half of the attributes what kind of file it is; DOS has a bit for folders. */
function checkOrdinary(record: Record16, name: string): void {
  const system = record.madeBy >>> 8;
  const kind = (record.attributes >>> 16) & 0o170000;
  const odd = system === 3 ? kind !== 0 && kind !== 0o100000 : system !== 0;
  if (odd || (record.attributes & 0x10) !== 0 || name.endsWith('/')) {
    throw new ProjectFileFault('zip-not-a-file', JSON.stringify(name.slice(0, 60)));
  }
}

/** Who made it and with which rights is of no meaning, so nobody may hide anything there: all say the same. */
const uniform = ({ madeBy, attributes }: Record16, first: Record16): boolean =>
  madeBy === first.madeBy && attributes === first.attributes;

function readEntry(bytes: Buffer, at: number): { readonly entry: ZipEntry; readonly next: number } {
  if (at + RECORD_BYTES > bytes.length) throw damaged('its directory is cut');
  const record = recordOf(bytes, at);
  const strange = record.kind !== 0 || record.needed > ZIP64_VERSION || !uniform(record, recordOf(bytes, 0));
  if (record.signature !== 0x02014b50 || strange) throw damaged('its directory');
  const nameEnd = at + RECORD_BYTES + record.nameLength;
  const next = nameEnd + record.extraLength;
  if (next > bytes.length || record.commentLength !== 0 || record.disk !== 0) throw damaged('its directory');
  const rawName = Buffer.from(bytes.subarray(at + RECORD_BYTES, nameEnd));
  const name = checkName(rawName);
  checkOrdinary(record, name);
  if ((record.flags & ~ALLOWED_FLAGS) !== 0 || (record.method !== 0 && record.method !== 8)) {
    throw new ProjectFileFault('zip-unknown-method', JSON.stringify(name.slice(0, 60)));
  }
  const { flags, method, crc32, needed, modified } = record;
  const extra = readExtra(bytes.subarray(nameEnd, next), {
    size: record.size,
    packedSize: record.packedSize,
    offset: record.offset,
  });
  if (!extra) throw damaged('its directory');
  return { entry: { name, rawName, flags, method, crc32, needed, modified, ...extra }, next };
}

function checkLayout(entries: readonly ZipEntry[], start: number): void {
  let free = 0;
  for (const { name, offset, packedSize, rawName } of entries) {
    // 30 bytes of local header, the name, the data: at least this much is its own.
    if (offset < free) throw new ProjectFileFault('zip-overlap', name);
    free = offset + 30 + rawName.length + packedSize;
  }
  if (free > start) throw new ProjectFileFault('zip-overlap', entries.at(-1)?.name ?? 'its directory');
}

/** Reads the directory. Throws a `zip-…` fault for anything out of the ordinary. */
export async function readDirectory(payload: PayloadReader): Promise<Directory> {
  const { count, size, start } = await readEnd(payload);
  if (count > LIMITS.files) throw new ProjectFileFault('zip-too-many', String(count));
  if (size > LIMITS.directory) throw new ProjectFileFault('zip-too-large', 'its directory');
  const bytes = await payload.read(start, start + size);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  while (entries.length < count) {
    const { entry, next } = readEntry(bytes, at);
    // Two names that differ in case alone are one file on many a disk.
    const folded = entry.name.toLowerCase();
    if (names.has(folded)) throw new ProjectFileFault('zip-duplicate', JSON.stringify(entry.name));
    names.add(folded);
    entries.push(entry);
    at = next;
  }
  if (at !== bytes.length) throw damaged('its directory');
  entries.sort((a, b) => a.offset - b.offset);
  checkLayout(entries, start);
  return { entries, start };
}
