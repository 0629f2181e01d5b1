/** Fixed fields of a central directory record (APPNOTE 4.3.12). */
export type Record16 = {
  readonly signature: number;
  readonly madeBy: number;
  readonly needed: number;
  readonly flags: number;
  readonly method: number;
  /** MS-DOS time and date. */
  readonly modified: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly nameLength: number;
  readonly extraLength: number;
  readonly commentLength: number;
  readonly disk: number;
  readonly kind: number;
  readonly attributes: number;
  readonly offset: number;
};

/** Reads the fixed fields at `at`; 46 bytes must be there. */
export const recordOf = (bytes: Buffer, at: number): Record16 => ({
  signature: bytes.readUInt32LE(at),
  madeBy: bytes.readUInt16LE(at + 4),
  needed: bytes.readUInt16LE(at + 6),
  flags: bytes.readUInt16LE(at + 8),
  method: bytes.readUInt16LE(at + 10),
  modified: bytes.readUInt32LE(at + 12),
  crc32: bytes.readUInt32LE(at + 16),
  packedSize: bytes.readUInt32LE(at + 20),
  size: bytes.readUInt32LE(at + 24),
  nameLength: bytes.readUInt16LE(at + 28),
  extraLength: bytes.readUInt16LE(at + 30),
  commentLength: bytes.readUInt16LE(at + 32),
  disk: bytes.readUInt16LE(at + 34),
  kind: bytes.readUInt16LE(at + 36),
  attributes: bytes.readUInt32LE(at + 38),
  offset: bytes.readUInt32LE(at + 42),
});

const MAX32 = 0xffffffff;
const ZIP64 = 1;
/**
 * The ZIP64 field among the extra fields, empty when there is none; null when anything else stands
 * there: other fields give a file another name or content to some programs.
 */
export function zip64Field(extra: Buffer): Buffer | null {
  if (extra.length === 0) return extra;
  if (extra.length < 4 || extra.readUInt16LE(0) !== ZIP64) return null;
  return extra.readUInt16LE(2) === extra.length - 4 ? extra.subarray(4) : null;
}

/** The numbers that ZIP64 may put elsewhere, in the order it keeps them (APPNOTE 4.5.3). */
export type Numbers = { readonly size: number; readonly packedSize: number; readonly offset: number };

/** The true numbers of a directory record, or null when its extra field is not exactly the one it needs. */
export function readExtra(extra: Buffer, short: Numbers): Numbers | null {
  const long = zip64Field(extra);
  if (!long) return null;
  let at = 0;
  const numberFor = (value: number): number => {
    if (value !== MAX32) return value;
    at += 8;
    return at > long.length ? Number.NaN : Number(long.readBigUInt64LE(at - 8));
  };
  const size = numberFor(short.size);
  const packedSize = numberFor(short.packedSize);
  const offset = numberFor(short.offset);
  const sound = at === long.length && [size, packedSize, offset].every(Number.isSafeInteger);
  return sound ? { size, packedSize, offset } : null;
}
