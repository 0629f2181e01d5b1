import type { CaseState } from '#core/model/case-state.ts';
import { masksByFile } from '#core/protection/masks.ts';
import { isOffRecord } from '#core/report/off-record.ts';
import type { Picture } from '../services/report/picture.ts';
import { shrink } from '../services/report/shrink.ts';

/** As the window's thumbnails: larger files get none. */
const MOST_BYTES = 40 * 1024 * 1024;

/** Content of a piece of evidence by its SHA-256, or null when it is not there. */
export type EvidenceContent = (sha256: string) => AsyncIterable<Uint8Array> | null;

/** Thumbnails by evidence id, masks burned in, of pictures that are not off the record. */
export async function picturesFrom(state: CaseState, contentOf: EvidenceContent): Promise<Picture[]> {
  const pictures: Picture[] = [];
  const masksOf = masksByFile(state);
  for (const item of state.evidence.values()) {
    const { file } = item;
    if (!file || isOffRecord(item) || file.size > MOST_BYTES || !file.mediaType.startsWith('image/'))
      continue;
    const content = contentOf(file.sha256);
    if (!content) continue;
    const pieces: Buffer[] = [];
    // A piece may be overwritten by the next.
    for await (const piece of content) pieces.push(Buffer.from(piece));
    const bytes = shrink(Buffer.concat(pieces), file.mediaType, masksOf(item));
    if (bytes) pictures.push({ name: item.id, bytes });
  }
  return pictures;
}
