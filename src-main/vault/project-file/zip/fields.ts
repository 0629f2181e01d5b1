/** Fixed fields of a central directory record (APPNOTE 4.3.12). */
export type Record16 = {
  readonly signature: number;
  readonly madeBy: number;
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly nameLength: number;
  readonly extraLength: number;
  readonly commentLength: number;
  readonly disk: number;
  readonly attributes: number;
  readonly offset: number;
};

/** Reads the fixed fields at `at`; 46 bytes must be there. */
export const recordOf = (bytes: Buffer, at: number): Record16 => ({
  signature: bytes.readUInt32LE(at),
  madeBy: bytes.readUInt16LE(at + 4),
  flags: bytes.readUInt16LE(at + 8),
  method: bytes.readUInt16LE(at + 10),
  crc32: bytes.readUInt32LE(at + 16),
  packedSize: bytes.readUInt32LE(at + 20),
  size: bytes.readUInt32LE(at + 24),
  nameLength: bytes.readUInt16LE(at + 28),
  extraLength: bytes.readUInt16LE(at + 30),
  commentLength: bytes.readUInt16LE(at + 32),
  disk: bytes.readUInt16LE(at + 34),
  attributes: bytes.readUInt32LE(at + 38),
  offset: bytes.readUInt32LE(at + 42),
});

const MAX32 = 0xffffffff;
const ZIP64 = 1;
/** Extra fields that give a file another name or content to some programs. */
const FORBIDDEN = new Set([0x7075, 0x6375, 0x9901, 0x0017]);

/** The extra fields by their numbers, or null when they are no sound list or hold what may not be. */
export function extraFields(extra: Buffer): ReadonlyMap<number, Buffer> | null {
  const fields = new Map<number, Buffer>();
  let at = 0;
  while (at < extra.length) {
    if (at + 4 > extra.length) return null;
    const id = extra.readUInt16LE(at);
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length || fields.has(id) || FORBIDDEN.has(id)) return null;
    fields.set(id, extra.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

/** The numbers that ZIP64 may put elsewhere, in the order it keeps them (APPNOTE 4.5.3). */
export type Numbers = { readonly size: number; readonly packedSize: number; readonly offset: number };

/** The true numbers of a directory record, or null when its extra fields are not sound. */
export function readExtra(extra: Buffer, short: Numbers): Numbers | null {
  const fields = extraFields(extra);
  if (!fields) return null;
  const long = fields.get(ZIP64) ?? Buffer.alloc(0);
  let at = 0;
  let sound = true;
  const numberFor = (value: number): number => {
    if (value !== MAX32) return value;
    if (at + 8 > long.length) {
      sound = false;
      return 0;
    }
    const number = Number(long.readBigUInt64LE(at));
    at += 8;
    if (!Number.isSafeInteger(number)) sound = false;
    return number;
  };
  const size = numberFor(short.size);
  const packedSize = numberFor(short.packedSize);
  const offset = numberFor(short.offset);
  return sound ? { size, packedSize, offset } : null;
}
