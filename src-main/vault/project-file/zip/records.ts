/*
 * What a ZIP archive holds besides content (APPNOTE 6.3.10), for a writer that goes from start to
 * end: every header, descriptor and end record is made here, in the one form our own reader takes.
 */

/** What is known of an entry before its content. */
export type Opening = {
  readonly name: Buffer;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  /** MS-DOS time and date, see {@link dosTime}. */
  readonly modified: number;
  /** Where the local header starts. */
  readonly offset: number;
  /** Length and checksum when they are known before; null: they follow the content. */
  readonly known: { readonly size: number; readonly crc32: number } | null;
  /** Whether sizes take 8 bytes. Where they follow the content this is settled before they are known. */
  readonly long: boolean;
};

/** An entry once its content is written. */
export type Closed = Opening & {
  readonly size: number;
  readonly packedSize: number;
  readonly crc32: number;
};

export const MAX32 = 0xffffffff;
const MAX16 = 0xffff;
const DESCRIBED_LATER = 0x0008;
const UTF8_NAMES = 0x0800;
const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
/** An ordinary file on Unix that its owner writes and all read; by DOS, unzip takes names for an old code page. */
const MADE_BY_UNIX = (3 << 8) | ZIP64_VERSION;
const ORDINARY = (0o100644 << 16) >>> 0;

/** Local time as MS-DOS keeps it, two seconds to a step (APPNOTE 4.4.6); 1980 to 2107. */
export function dosTime(date: Date): number {
  const years = Math.min(Math.max(date.getFullYear() - 1980, 0), 127);
  const day = (years << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}

const flagsOf = ({ known }: Opening): number => UTF8_NAMES | (known ? 0 : DESCRIBED_LATER);
const neededBy = ({ long, offset }: Opening): number =>
  long || offset >= MAX32 ? ZIP64_VERSION : PLAIN_VERSION;

/** The ZIP64 field with these numbers (APPNOTE 4.5.3), empty without any. */
function zip64(numbers: readonly number[]): Buffer {
  if (numbers.length === 0) return Buffer.alloc(0);
  const field = Buffer.alloc(4 + numbers.length * 8);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(numbers.length * 8, 2);
  numbers.forEach((value, index) => void field.writeBigUInt64LE(BigInt(value), 4 + index * 8));
  return field;
}

/** What local header and directory record say alike: version, flags, method, time. */
function writeCommon(target: Buffer, at: number, entry: Opening): void {
  target.writeUInt16LE(neededBy(entry), at);
  target.writeUInt16LE(flagsOf(entry), at + 2);
  target.writeUInt16LE(entry.method, at + 4);
  target.writeUInt32LE(entry.modified, at + 6);
}

/** The local header (APPNOTE 4.3.7). */
export function localHeader(entry: Opening): Buffer {
  const { name, known, long } = entry;
  const size = known?.size ?? 0;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4, entry);
  header.writeUInt32LE(known?.crc32 ?? 0, 14);
  header.writeUInt32LE(long ? MAX32 : size, 18);
  header.writeUInt32LE(long ? MAX32 : size, 22);
  const extra = zip64(long ? [size, size] : []);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

/** What follows content whose length was not known before (APPNOTE 4.3.9). */
export function descriptor({ long, crc32, packedSize, size }: Closed): Buffer {
  const bytes = Buffer.alloc(long ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc32, 4);
  if (long) {
    bytes.writeBigUInt64LE(BigInt(packedSize), 8);
    bytes.writeBigUInt64LE(BigInt(size), 16);
  } else {
    bytes.writeUInt32LE(packedSize, 8);
    bytes.writeUInt32LE(size, 12);
  }
  return bytes;
}

/** The entry's record in the directory (APPNOTE 4.3.12): the same maker and rights for all. */
export function directoryRecord(entry: Closed): Buffer {
  const { name, crc32, packedSize, size, offset } = entry;
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(MADE_BY_UNIX, 4);
  writeCommon(record, 6, entry);
  record.writeUInt32LE(crc32, 16);
  record.writeUInt32LE(Math.min(packedSize, MAX32), 20);
  record.writeUInt32LE(Math.min(size, MAX32), 24);
  const extra = zip64([size, packedSize, offset].filter((value) => value >= MAX32));
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(ORDINARY, 38);
  record.writeUInt32LE(Math.min(offset, MAX32), 42);
  return Buffer.concat([record, name, extra]);
}

function end64(count: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(56 + 20);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(ZIP64_VERSION, 12);
  bytes.writeUInt16LE(ZIP64_VERSION, 14);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(start), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(start + size), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}

/** What ends the archive (APPNOTE 4.3.14 to 4.3.16), with ZIP64 where a number takes it. */
export function endOfDirectory(count: number, start: number, size: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, MAX16), 8);
  end.writeUInt16LE(Math.min(count, MAX16), 10);
  end.writeUInt32LE(Math.min(size, MAX32), 12);
  end.writeUInt32LE(Math.min(start, MAX32), 16);
  const long = count >= MAX16 || size >= MAX32 || start >= MAX32;
  return long ? Buffer.concat([end64(count, start, size), end]) : end;
}
