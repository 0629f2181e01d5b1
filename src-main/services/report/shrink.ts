import { decode, encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Region } from '#core/model/evidence.ts';
import { blackOut, type Pixels } from '#core/protection/black-out.ts';
import { orientationOf } from './orientation.ts';

/** Longest side of a picture in a report, in pixels; as in the window's thumbnails. */
const SIDE = 320;
/** Larger pictures get none: decoding them could take all memory. */
const MOST_PIXELS = 60 * 1000 * 1000;
/** Of JPEG, in percent. */
const QUALITY = 85;
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

/** Each pixel of the small picture is the mean of those it stands for. */
function smaller({ width, height, data }: Pixels): Pixels {
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const out = new Uint8Array(w * h * 4);
  for (let y = 0; y < h; y++) {
    const [top, bottom] = [Math.floor((y * height) / h), Math.ceil(((y + 1) * height) / h)];
    for (let x = 0; x < w; x++) {
      const [left, right] = [Math.floor((x * width) / w), Math.ceil(((x + 1) * width) / w)];
      const sum = [0, 0, 0, 0];
      for (let row = top; row < bottom; row++)
        for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at++)
          sum[at % 4] = (sum[at % 4] ?? 0) + (data[at] ?? 0);
      const count = (bottom - top) * (right - left);
      out.set(
        sum.map((value) => Math.round(value / count)),
        (y * w + x) * 4,
      );
    }
  }
  return { width: w, height: h, data: out };
}

function upright(picture: Pixels, orientation: number): Pixels {
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

function decoded(bytes: Uint8Array, mediaType: string): Pixels | null {
  if (mediaType === 'image/jpeg') {
    return decode(bytes, {
      useTArray: true,
      maxResolutionInMP: MOST_PIXELS / 1e6,
      maxMemoryUsageInMB: MOST_MEGABYTES,
    });
  }
  if (mediaType !== 'image/png') return null;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Its first chunk tells the size: read before anything of it is unpacked.
  if (file.length < 24 || file.readUInt32BE(16) * file.readUInt32BE(20) > MOST_PIXELS) return null;
  return PNG.sync.read(file);
}

/**
 * A small picture of the same kind of a JPEG or PNG picture, upright and without anything else the file held: its place,
 * its camera, what a full-size picture would show, what its masks hide. Null for other kinds and what cannot be decoded.
 */
export function shrink(bytes: Uint8Array, mediaType: string, masks: readonly Region[]): Uint8Array | null {
  try {
    const picture = decoded(bytes, mediaType);
    if (!picture) return null;
    const turned = mediaType === 'image/jpeg' ? orientationOf(bytes) : 1;
    const small = upright(smaller(picture), turned);
    blackOut(small, masks);
    const { width, height, data } = small;
    // A photograph as PNG takes ten times the room.
    if (mediaType === 'image/jpeg') return new Uint8Array(encode(small, QUALITY).data);
    const png = new PNG({ width, height });
    png.data = Buffer.from(data);
    return new Uint8Array(PNG.sync.write(png));
  } catch {
    // A damaged picture is evidence all the same; the report goes without its thumbnail.
    return null;
  }
}
