import { orientationOf } from '../../pictures/orientation.ts';

type Cut = (bytes: Buffer) => Buffer;

const PNG_HEAD = 8;
/** Chunks that say how the pixels are drawn (ISO/IEC 15948, 11.2 and 11.3.2); others hold words. */
const PNG_KEPT: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'IDAT',
  'IEND',
]);

const barePng: Cut = (bytes) => {
  const kept = [bytes.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD, name = ''; at + 12 <= bytes.length && name !== 'IEND'; ) {
    name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
};

const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
const SCAN = 0xda;
/** Tables, frames, scans, restart intervals, numbers of lines (ISO/IEC 10918-1, B.1.1.3). */
const isDrawing = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= SCAN && marker <= 0xdf);

/** Exif of the orientation alone: without it a turned picture lies on its side. */
function exifOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(274, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, content.length + 2]), content]);
}

/** What has to stay of a segment of application data: how colours are coded, no words. */
function colourData(marker: number, segment: Buffer): Buffer | null {
  const name = segment.toString('latin1', 4, 9);
  if (marker === 0xee && name === 'Adobe') return segment.length === 16 ? segment : null;
  if (marker !== 0xe0 || name !== 'JFIF\0' || segment.length < 18) return null;
  // The first 14 bytes of content, and no picture within the picture (JFIF 1.02).
  const bare = Buffer.from(segment.subarray(0, 18));
  bare.writeUInt16BE(16, 2);
  bare.writeUInt16BE(0, 16);
  return bare;
}

/** Where the coded pixels that begin at `at` end. */
function endOfScan(bytes: Buffer, at: number): number {
  for (let next = bytes.indexOf(0xff, at); next >= 0; next = bytes.indexOf(0xff, next + 1)) {
    const marker = bytes[next + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return next;
  }
  return bytes.length;
}

const bareJpeg: Cut = (bytes) => {
  const orientation = orientationOf(bytes);
  const kept: Buffer[] = [START];
  const drawn: Buffer[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    let end = at + 2 + Math.max(2, bytes.readUInt16BE(at + 2));
    const segment = bytes.subarray(at, end);
    if (marker === SCAN) end = endOfScan(bytes, end);
    const colours = colourData(marker, segment);
    if (colours) kept.push(colours);
    else if (isDrawing(marker)) drawn.push(bytes.subarray(at, end));
    at = end;
  }
  const turned = orientation > 1 && orientation <= 8 ? [exifOf(orientation)] : [];
  return Buffer.concat([...kept, ...turned, ...drawn, END]);
};

/** Of a WebP file: coded pixels and opacity (RFC 9649, 2). */
const WEBP_KEPT: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH', 'VP8X']);
/** The flag of the extended header that says there is opacity; the others announce what is cut off. */
const WEBP_OPACITY = 0x10;

const bareWebp: Cut = (bytes) => {
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    const chunk = Buffer.from(bytes.subarray(at, end));
    if (name === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & WEBP_OPACITY;
    if (WEBP_KEPT.has(name)) kept.push(chunk);
    at = end;
  }
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};

const cutOf = (bytes: Buffer): Cut | null => {
  if (bytes.subarray(0, PNG_HEAD).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return barePng;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return bareJpeg;
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
    ? bareWebp
    : null;
};

/**
 * A PNG, JPEG or WebP picture with its pixels and the side it stands on, and nothing else that the
 * file held: place, camera, names, colour profiles, thumbnails, what stood behind its end. Typst
 * embeds files as they are. Null when the bytes are no such picture; a damaged one stays damaged.
 */
export function barePicture(given: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const cut = cutOf(bytes);
  return cut && new Uint8Array(cut(bytes));
}
