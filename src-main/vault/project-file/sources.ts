import { join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { blobNameOf } from '../keys/case-keys.ts';
import type { OpenCase } from '../open-cases.ts';
import { openSealed } from '../sealed/reader.ts';
import type { EvidenceSource } from './write-bag.ts';

/** Blob of a case as the journal names it, with the ending of its file in the bag. */
export type EvidenceRef = Omit<EvidenceSource, 'read'>;

/** Evidence of an unlocked case, read from its sealed files. Reading throws VaultErrors of the blob. */
export const sealedEvidence = (disk: Disk, { folder, keys }: OpenCase, ref: EvidenceRef): EvidenceSource => ({
  ...ref,
  async *read() {
    const path = join(folder, blobNameOf(keys, Buffer.from(ref.sha256, 'hex')));
    const file = await openSealed(disk, path, keys);
    try {
      yield* file.pieces();
    } finally {
      await file.close();
    }
  },
});
