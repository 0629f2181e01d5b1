import { bmvbhash } from 'blockhash-core';

/** Blocks a side: 16 × 16 give the 256 bits of a perceptual hash. */
const BLOCKS = 16;

/** Pictures of less contrast (of 255) have nothing to be told apart by: all white pages would be one. */
const LEAST_CONTRAST = 24;

/** Pixels as a canvas gives them: four bytes each (red, green, blue, opacity), row by row. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
};

function contrastOf({ data }: Pixels): number {
  let [least, most] = [255, 0];
  for (let at = 0; at < data.length; at += 4) {
    // Weights of ITU-R BT.601.
    const light = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    least = Math.min(least, light);
    most = Math.max(most, light);
  }
  return most - least;
}

/** The perceptual hash of a picture; null for one too small or too even to be told by its look. */
export function hashPixels(pixels: Pixels): string | null {
  if (pixels.width < BLOCKS || pixels.height < BLOCKS || contrastOf(pixels) < LEAST_CONTRAST) return null;
  const { width, height, data } = pixels;
  return bmvbhash({ width, height, data }, BLOCKS);
}
