import { decode, encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Pixels } from '#core/protection/black-out.ts';
import { orientationOf } from './orientation.ts';

/** Larger pictures are not decoded: they could take all memory. */
const MOST_PIXELS = 60 * 1000 * 1000;
const MOST_MEGABYTES = 1024;

/** Where the pixel of the turned picture lies in the one as stored, by Exif's orientation (TIFF tag 274). */
const TURNS: Readonly<Record<number, (x: number, y: number, w: number, h: number) => [number, number]>> = {
  2: (x, y, w) => [w - 1 - x, y],
  3: (x, y, w, h) => [w - 1 - x, h - 1 - y],
  4: (x, y, _w, h) => [x, h - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y, _w, h) => [y, h - 1 - x],
  7: (x, y, w, h) => [w - 1 - y, h - 1 - x],
  8: (x, y, w) => [w - 1 - y, x],
};

/** A picture as it is stored, and Exif's orientation of it. */
export type Decoded = { readonly pixels: Pixels; readonly orientation: number };

/** The picture turned as Exif's orientation says. */
export function upright(picture: Pixels, orientation: number): Pixels {
  const turn = TURNS[orientation];
  if (!turn) return picture;
  const { width, height, data } = picture;
  const [w, h] = orientation >= 5 ? [height, width] : [width, height];
  const out = new Uint8Array(data.length);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [fromX, fromY] = turn(x, y, width, height);
      const from = (fromY * width + fromX) * 4;
      out.set(data.subarray(from, from + 4), (y * w + x) * 4);
    }
  return { width: w, height: h, data: out };
}

/**
 * The pixels of a JPEG or PNG picture as they are stored, and how it has to be turned to stand upright. Null for other
 * kinds and for more than 60 megapixels. Throws what the decoders throw at a damaged picture.
 */
export function decoded(bytes: Uint8Array, mediaType: string): Decoded | null {
  if (mediaType === 'image/jpeg') {
    const limits = { maxResolutionInMP: MOST_PIXELS / 1e6, maxMemoryUsageInMB: MOST_MEGABYTES };
    return { pixels: decode(bytes, { useTArray: true, ...limits }), orientation: orientationOf(bytes) };
  }
  if (mediaType !== 'image/png') return null;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Its first chunk tells the size: read before anything of it is unpacked.
  if (file.length < 24 || file.readUInt32BE(16) * file.readUInt32BE(20) > MOST_PIXELS) return null;
  return { pixels: PNG.sync.read(file), orientation: 1 };
}

/** Pixels as a file that holds nothing else: JPEG of this quality in percent, or PNG. */
export function encoded({ width, height, data }: Pixels, mediaType: string, quality: number): Uint8Array {
  // A photograph as PNG takes ten times the room. Nothing but these three: the encoder would write the
  // Exif and the remarks that the decoder left on its picture.
  if (mediaType === 'image/jpeg') return new Uint8Array(encode({ width, height, data }, quality).data);
  const png = new PNG({ width, height });
  png.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return new Uint8Array(PNG.sync.write(png));
}
