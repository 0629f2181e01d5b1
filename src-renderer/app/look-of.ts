import { hashPixels } from '#core/model/hash-pixels.ts';

/**
 * The perceptual hash of a small picture (its thumbnail); null for one that cannot be told by its
 * look. An item without it is complete, so a failure is noted and never stops the storing.
 */
export async function lookOf(small: Uint8Array): Promise<string | null> {
  try {
    const picture = await createImageBitmap(new Blob([new Uint8Array(small)]));
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas to draw on');
    // What is see-through stands on white, as it is shown.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(picture, 0, 0);
    picture.close();
    return hashPixels(context.getImageData(0, 0, width, height));
  } catch (error) {
    console.warn('What a picture looks like could not be worked out.', error);
    return null;
  }
}
