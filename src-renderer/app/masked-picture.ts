import type { Region } from '#core/model/evidence.ts';
import { blackOut } from '#core/protection/black-out.ts';

/** A picture with its masked parts blacked out, as PNG; null when it cannot be read: then it may not leave. */
export async function maskedPicture(
  picture: Uint8Array,
  masks: readonly Region[],
): Promise<Uint8Array | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(picture)]));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) return null;
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const pixels = context.getImageData(0, 0, width, height);
    blackOut(pixels, masks);
    context.putImageData(pixels, 0, 0);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await png.arrayBuffer());
  } catch (error) {
    console.warn('A masked picture could not be made: it is left out.', error);
    return null;
  }
}
