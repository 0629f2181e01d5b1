import { join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { blobNameOf } from '../keys/case-keys.ts';
import type { OpenCase } from '../open-cases.ts';
import { openSealed, type SealedReader } from '../sealed/reader.ts';
import type { EvidenceSource } from './write-bag.ts';

const BLOCK_BYTES = 1024 * 1024;

/** Blob of a case as the journal names it, with the ending of its file in the bag. */
export type EvidenceRef = Omit<EvidenceSource, 'read'>;

/** Reads one block ahead, so that the disk works while the block before is being sealed again. */
async function* blocksOf(file: SealedReader): AsyncGenerator<Uint8Array> {
  const blockAt = (at: number): Promise<Buffer> => file.read(at, Math.min(at + BLOCK_BYTES, file.size));
  let next = blockAt(0);
  for (let at = 0; at < file.size; at += BLOCK_BYTES) {
    const block = await next;
    if (at + BLOCK_BYTES < file.size) {
      next = blockAt(at + BLOCK_BYTES);
      // Its failure is met at the next wait; until then it must not count as unhandled.
      next.catch(() => undefined);
    }
    yield block;
  }
  await next;
}

/** Evidence of an unlocked case, read from its sealed files. Reading throws VaultErrors of the blob. */
export const sealedEvidence = (disk: Disk, { folder, keys }: OpenCase, ref: EvidenceRef): EvidenceSource => ({
  ...ref,
  async *read() {
    const path = join(folder, blobNameOf(keys, Buffer.from(ref.sha256, 'hex')));
    const file = await openSealed(disk, path, keys);
    try {
      yield* blocksOf(file);
    } finally {
      await file.close();
    }
  },
});
