import { inflateSync } from 'node:zlib';
import type { Piece, Place } from './leak.ts';

type Chunk = { readonly name: string; readonly bytes: Buffer };

/** The segments of a JPEG before its pixels: application data and comments (ISO/IEC 10918-1, B.1.1.3). */
function* jpegChunks(bytes: Buffer): Generator<Chunk> {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda || marker === 0xd9) return;
    const length = bytes.readUInt16BE(at + 2);
    if ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)
      yield {
        name: marker === 0xfe ? 'COM' : `APP${marker - 0xe0}`,
        bytes: bytes.subarray(at + 4, at + 2 + length),
      };
    at += 2 + Math.max(2, length);
  }
}

const COMPRESSED: ReadonlySet<string> = new Set(['zTXt', 'iTXt', 'iCCP']);

/** What a deflated text chunk says, or nothing when it is damaged. */
function inflated(bytes: Buffer): Buffer {
  const start = bytes.indexOf(0x78, bytes.indexOf(0));
  if (start < 0) return Buffer.alloc(0);
  try {
    return inflateSync(bytes.subarray(start), { maxOutputLength: 16 * 1024 * 1024 });
  } catch {
    return Buffer.alloc(0);
  }
}

/** The chunks of a PNG besides its pixels (ISO/IEC 15948, 11.3). */
function* pngChunks(bytes: Buffer): Generator<Chunk> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (name !== 'IDAT') {
      yield { name, bytes: data };
      if (COMPRESSED.has(name)) yield { name, bytes: inflated(data) };
    }
    at += 12 + length;
  }
}

/** The chunks of a WebP besides its pixels (RIFF). */
function* riffChunks(bytes: Buffer): Generator<Chunk> {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (!/^(VP8|ALPH|ANMF)/u.test(name))
      yield { name: name.trim(), bytes: bytes.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length % 2);
  }
}

function chunksOf(bytes: Buffer): Iterable<Chunk> | null {
  if (bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8) return jpegChunks(bytes);
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return pngChunks(bytes);
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return riffChunks(bytes);
  const tiff = bytes.toString('latin1', 0, 4);
  return tiff === 'II*\0' || tiff === 'MM\0*' ? [{ name: 'TIFF', bytes }] : null;
}

const SWAPPED = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();

/** Bytes read in every encoding that metadata come in; UTF-16 from both evenness of place. */
export function readings(bytes: Buffer): string[] {
  return [
    bytes.toString('utf8'),
    bytes.toString('latin1'),
    bytes.toString('utf16le'),
    bytes.subarray(1).toString('utf16le'),
    SWAPPED(bytes).toString('utf16le'),
    SWAPPED(bytes.subarray(1)).toString('utf16le'),
  ];
}

/** What a picture says besides its pixels, or null when the bytes are no picture known here. */
export function picturePieces(given: Uint8Array, place: Place): readonly Piece[] | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const chunks = chunksOf(bytes);
  if (!chunks) return null;
  const pieces: Piece[] = [];
  for (const { name, bytes: data } of chunks) {
    for (const text of readings(data)) pieces.push({ place: [...place, { kind: 'metadata', name }], text });
  }
  return pieces;
}
