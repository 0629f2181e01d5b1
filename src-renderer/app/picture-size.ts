import { imageSize } from 'image-size';
import type { PictureSize } from '#core/ports/view-work.ts';

/** So much of a file holds its head, a large block of metadata included. */
export const HEAD_BYTES = 512 * 1024;

/** Pixels that are drawn; a larger picture takes gigabytes once it is unpacked. */
const MOST_PIXELS = 100_000_000;

/** The size in pixels that a picture's head tells; null when it tells none. */
export function sizeIn(head: Uint8Array): PictureSize | null {
  try {
    const { width, height } = imageSize(head);
    return width > 0 && height > 0 ? { width, height, drawable: width * height <= MOST_PIXELS } : null;
  } catch {
    // No kind it knows, or cut short: then the picture's decoder has to tell.
    return null;
  }
}
