import type { BlobRef } from '#core/model/evidence.ts';
import { HEAD_BYTES, sizeIn } from './picture-size.ts';

/** Longest side of a thumbnail, in pixels. */
const SIDE = 320;
/** Larger pictures get none: decoding them could take all memory. */
const MOST_BYTES = 40 * 1024 * 1024;
/** A photograph as PNG takes ten times the room; other kinds may be see-through, which JPEG is not. */
const SMALL_TYPE: Readonly<Record<string, ImageEncodeOptions>> = {
  'image/jpeg': { type: 'image/jpeg', quality: 0.85 },
};
const PICTURE = /^image\/(jpeg|png|gif|webp|avif|bmp)$/;

/**
 * A small picture of an evidence file, or null for what is no picture or cannot be decoded: an
 * item without a thumbnail is complete, so a failure here is noted and never stops the storing.
 */
export async function makeThumbnail(caseId: string, file: BlobRef): Promise<Uint8Array | null> {
  if (!PICTURE.test(file.mediaType) || file.size > MOST_BYTES) return null;
  try {
    const response = await fetch(
      `evidence://${caseId}/${file.sha256}?type=${encodeURIComponent(file.mediaType)}`,
    );
    if (!response.ok) throw new Error(`evidence answered ${response.status}`);
    const bytes = await response.blob();
    const size = sizeIn(new Uint8Array(await bytes.slice(0, HEAD_BYTES).arrayBuffer()));
    if (size && !size.drawable) return null;
    const picture = await createImageBitmap(bytes);
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    );
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await canvas.convertToBlob(SMALL_TYPE[file.mediaType] ?? { type: 'image/png' });
    return new Uint8Array(await small.arrayBuffer());
  } catch (error) {
    console.warn('No thumbnail could be made.', error);
    return null;
  }
}
