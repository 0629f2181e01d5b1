import { inflateSync } from 'node:zlib';

/**
 * A stretch of a picture that is no pixels; `behind`: what follows its end, a file of its own perhaps;
 * `unread`: there is more in it than can be read here.
 */
export type Chunk = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly behind?: true;
  readonly unread?: true;
};

/** Where the coded pixels that begin at `at` end: at the next marker that is none of theirs (ISO/IEC 10918-1, B.1.1.5). */
function endOfScan(bytes: Buffer, at: number): number {
  for (let next = bytes.indexOf(0xff, at); next >= 0; next = bytes.indexOf(0xff, next + 1)) {
    const marker = bytes[next + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return next;
  }
  return bytes.length;
}

/** The segments of a JPEG besides its pixels: application data and comments (B.1.1.3). */
function* jpegChunks(bytes: Buffer): Generator<Chunk> {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) break;
    const length = Math.max(2, bytes.readUInt16BE(at + 2));
    const data = bytes.subarray(at + 4, at + 2 + length);
    if (marker >= 0xe0 && marker <= 0xef) yield { name: `APP${marker - 0xe0}`, bytes: data };
    else if (marker === 0xfe) yield { name: 'COM', bytes: data };
    at += 2 + length;
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  const end = bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? at + 2 : at;
  if (end < bytes.length) yield { name: 'JPEG', bytes: bytes.subarray(end), behind: true };
}

const COMPRESSED: ReadonlySet<string> = new Set(['zTXt', 'iTXt', 'iCCP']);

/** What a deflated text chunk says. One that is not deflated, damaged or too large stays unread. */
function inflated(name: string, bytes: Buffer): Chunk {
  const start = bytes.indexOf(0x78, bytes.indexOf(0));
  // An international text may stand as it is (ISO/IEC 15948, 11.3.4.5): then it was read already.
  const isPlain = name === 'iTXt' && bytes[bytes.indexOf(0) + 1] === 0;
  if (isPlain) return { name, bytes: Buffer.alloc(0) };
  try {
    return { name, bytes: inflateSync(bytes.subarray(start), { maxOutputLength: 16 * 1024 * 1024 }) };
  } catch {
    return { name, bytes: Buffer.alloc(0), unread: true };
  }
}

/** The chunks of a PNG besides its pixels (ISO/IEC 15948, 11.3). */
function* pngChunks(bytes: Buffer): Generator<Chunk> {
  let at = 8;
  for (let name = ''; at + 12 <= bytes.length && name !== 'IEND'; ) {
    const length = bytes.readUInt32BE(at);
    name = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (name !== 'IDAT') {
      yield { name, bytes: data };
      if (COMPRESSED.has(name)) yield inflated(name, data);
    }
    at += 12 + length;
  }
  if (at < bytes.length) yield { name: 'PNG', bytes: bytes.subarray(at), behind: true };
}

/** What a WebP of one picture is made of (RFC 9649, 2.7); the frames of a moving one hold files of their own. */
const WEBP_KNOWN: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'EXIF', 'XMP ']);
const WEBP_PIXELS = /^(?:VP8|ALPH)/u;

/** The chunks of a WebP besides its pixels (RIFF). */
function* riffChunks(bytes: Buffer): Generator<Chunk> {
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4));
  for (let at = 12; at + 8 <= end; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const held = { name: name.trim(), bytes: bytes.subarray(at + 8, at + 8 + length) };
    if (!WEBP_KNOWN.has(name) || at + 8 + length > end) yield { ...held, unread: true };
    else if (!WEBP_PIXELS.test(name)) yield held;
    at += 8 + length + (length % 2);
  }
  if (end < bytes.length) yield { name: 'WebP', bytes: bytes.subarray(end), behind: true };
}

/** A picture apart from its pixels, or null when the bytes are no picture known here. */
export function chunksOf(bytes: Buffer): Iterable<Chunk> | null {
  if (bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8) return jpegChunks(bytes);
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return pngChunks(bytes);
  const head = bytes.toString('latin1', 0, 4);
  return head === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' ? riffChunks(bytes) : null;
}
