import type { Region } from '../model/evidence.ts';

/** Pixels of an upright picture, four bytes each: red, green, blue, opacity. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
};

/** First and last+1 of the pixels that any part of the stretch lies in; one more on each side. */
function touched(start: number, length: number, pixels: number): readonly [number, number] {
  // A pixel at the edge was mixed from both sides when the picture was made smaller.
  const from = Math.floor(start * pixels) - 1;
  const to = Math.ceil((start + length) * pixels) + 1;
  return [Math.max(0, from), Math.min(pixels, to)];
}

/** Blacks out the masked parts, in place: nothing of what was there is left in the pixels. */
export function blackOut({ width, height, data }: Pixels, masks: readonly Region[]): void {
  for (const mask of masks) {
    const [left, right] = touched(mask.x, mask.width, width);
    const [top, bottom] = touched(mask.y, mask.height, height);
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) data.set([0, 0, 0, 255], (y * width + x) * 4);
    }
  }
}
