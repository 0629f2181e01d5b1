import type { Region } from '#core/model/evidence.ts';
import { blackOut, type Pixels } from '#core/protection/black-out.ts';
import { decoded, encoded, upright } from '../../pictures/pixels.ts';

/** Longest side of a picture in a report, in pixels; as in the window's thumbnails. */
const SIDE = 320;
/** Of JPEG, in percent. */
const QUALITY = 85;

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

/**
 * A small picture of the same kind of a JPEG or PNG picture, upright and without anything else the file held: its place,
 * its camera, what a full-size picture would show, what its masks hide. Null for other kinds and what cannot be decoded.
 */
export function shrink(bytes: Uint8Array, mediaType: string, masks: readonly Region[]): Uint8Array | null {
  try {
    const picture = decoded(bytes, mediaType);
    if (!picture) return null;
    const small = upright(smaller(picture.pixels), picture.orientation);
    blackOut(small, masks);
    return encoded(small, mediaType, QUALITY);
  } catch {
    // A damaged picture is evidence all the same; the report goes without its thumbnail.
    return null;
  }
}
