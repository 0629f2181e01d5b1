import type { BagFile } from '#core/exchange/bag/bag-files.ts';
import { maskedCopy } from '../../pictures/masked-copy.ts';
import { sha256 } from '../project-file/hashing.ts';
import { crc32 } from '../sealed/crc32.ts';

/** A file of a bag whose original content can be read. */
export type ReadBagFile = BagFile & { read(): AsyncIterable<Uint8Array> };

/** What goes into the bag in the place of a file: its own sums and size. */
type Stored = Pick<ReadBagFile, 'sha256' | 'crc32' | 'size' | 'read'>;

/** The masked copy of a picture, held whole; null when it cannot be made. Throws what reading throws. */
export async function maskedFile({ mediaType, masks, read }: ReadBagFile): Promise<Stored | null> {
  const pieces: Buffer[] = [];
  // A piece may be overwritten by the next.
  for await (const piece of read()) pieces.push(Buffer.from(piece));
  const bytes = maskedCopy(Buffer.concat(pieces), mediaType, masks);
  if (!bytes) return null;
  return {
    sha256: sha256(bytes),
    crc32: crc32(bytes),
    size: bytes.length,
    async *read() {
      yield bytes;
    },
  };
}

/** What the bag says of a masked picture. */
export function maskedWords({ path, ref, masks }: BagFile, made: boolean): string {
  const parts = masks.length === 1 ? '1 part' : `${masks.length} parts`;
  return made
    ? `${path} is a masked copy of ${ref}: ${parts} of the picture blacked out, nothing else of its file kept. The original is not in this bag.`
    : `${ref} is left out: ${parts} of the picture had to be blacked out, and it cannot be decoded.`;
}
