import type { Region } from '#core/model/evidence.ts';
import { blackOut } from '#core/protection/black-out.ts';
import { decoded, encoded, upright } from './pixels.ts';

/** Of JPEG, in percent: what is not masked must still be evidence. */
const QUALITY = 95;

/**
 * A JPEG or PNG picture in its full size with its masked parts blacked out, upright, and nothing else
 * of the file: its Exif holds a small picture without masks. Null when there is no mask, for other kinds
 * and what cannot be decoded: then it may not leave.
 */
export function maskedCopy(
  bytes: Uint8Array,
  mediaType: string,
  masks: readonly Region[],
): Uint8Array | null {
  if (masks.length === 0) return null;
  try {
    const picture = decoded(bytes, mediaType);
    if (!picture) return null;
    const turned = upright(picture.pixels, picture.orientation);
    blackOut(turned, masks);
    return encoded(turned, mediaType, QUALITY);
  } catch {
    // Said to the person by who asked: a picture whose masks cannot be burned in stays.
    return null;
  }
}
