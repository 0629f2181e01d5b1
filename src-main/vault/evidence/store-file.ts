import { basename } from 'node:path';
import type { BlobRef } from '#core/model/evidence.ts';
import type { Disk } from '../files/disk.ts';
import { openSource, type SourceFile } from '../files/source-file.ts';
import type { OpenCase } from '../open-cases.ts';
import { startSealing, type Sealer } from '../sealed/sealer.ts';
import { mediaTypeOf } from './media-type.ts';

const BLOCK_BYTES = 1024 * 1024;
const HEAD_BYTES = 64;

/** Moves the whole file through the sealer, reading ahead by one block; returns its first bytes. */
async function pump(
  source: SourceFile,
  sealer: Sealer,
  signal: AbortSignal,
  report: (done: number) => void,
): Promise<Buffer> {
  let block = Buffer.alloc(BLOCK_BYTES);
  let spare = Buffer.alloc(BLOCK_BYTES);
  let length = await source.read(block);
  const head = Buffer.from(block.subarray(0, Math.min(length, HEAD_BYTES)));
  for (let done = 0; length > 0; ) {
    signal.throwIfAborted();
    // Both must have ended before either's failure is acted on: cleaning up wipes the sealer's key.
    const [written, next] = await Promise.allSettled([
      sealer.write(block.subarray(0, length)),
      source.read(spare),
    ]);
    if (written.status === 'rejected') throw written.reason;
    if (next.status === 'rejected') throw next.reason;
    done += length;
    report(done);
    length = next.value;
    [block, spare] = [spare, block];
  }
  return head;
}

/**
 * Reads, hashes and seals a file in one pass. Whatever goes wrong, nothing stays behind but what
 * was there before; the error is a VaultError of the contract's STORE_ERRORS.
 */
export async function storeFile(
  disk: Disk,
  opened: OpenCase,
  path: string,
  signal: AbortSignal,
  progress: (total: number) => (done: number) => void,
): Promise<BlobRef> {
  const source = await openSource(disk, path);
  try {
    signal.throwIfAborted();
    const sealer = await startSealing(disk, opened.folder, opened.keys, source.size);
    opened.temporary.add(sealer.temporary);
    try {
      const head = await pump(source, sealer, signal, progress(source.size));
      await source.assertUnchanged();
      signal.throwIfAborted();
      const { blob, ...content } = await sealer.finish();
      opened.fresh.add(blob);
      const name = basename(path);
      return { ...content, name, mediaType: mediaTypeOf(name, head), modified: source.modified };
    } finally {
      await sealer.abort();
      opened.temporary.delete(sealer.temporary);
    }
  } finally {
    await source.close();
  }
}
