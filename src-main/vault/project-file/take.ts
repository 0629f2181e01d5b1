import { join } from 'node:path';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { BAG } from '#core/exchange/project-file/layout.ts';
import type { Disk } from '../files/disk.ts';
import type { PayloadReader } from './age/payload-reader.ts';
import { blobNameOf } from '../keys/case-keys.ts';
import type { OpenCase } from '../open-cases.ts';
import { openSealed } from '../sealed/reader.ts';
import { startSealing } from '../sealed/sealer.ts';
import { VaultError } from '../vault-error.ts';
import type { OpenedFile } from './open-file.ts';
import { type BagFile, textOf } from './read-bag.ts';
import { openEntry } from './zip/entry-data.ts';

/** Slices of the journal are at most this long, but for a single line that is longer. */
const SLICE_BYTES = 4 * 1024 * 1024;
const BREAK = 0x0a;

function fileAt({ bag }: OpenedFile, path: string): BagFile {
  const file = bag.files.find((held) => held.path === path);
  if (!file) throw new ProjectFileFault('bag-file-missing', path);
  return file;
}

/** Content of any file of the bag in pieces; each is valid until the next is asked for. */
export async function* contentOf(payload: PayloadReader, { entry }: BagFile): AsyncGenerator<Buffer> {
  const data = await openEntry(payload, entry);
  yield* data.pieces();
}

/** The journal in slices of whole lines, about 4 MB each. Every slice is the caller's to keep. */
export async function* takeJournal(opened: OpenedFile): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of contentOf(opened.reader(), fileAt(opened, BAG.journal))) {
    held.push(Buffer.from(piece));
    bytes += piece.length;
    if (bytes < SLICE_BYTES) continue;
    const whole = Buffer.concat(held);
    const end = whole.lastIndexOf(BREAK) + 1;
    if (end > 0) yield whole.subarray(0, end);
    held = [whole.subarray(end)];
    bytes = whole.length - end;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

/** The text of one document. Throws `document-missing`. */
export async function takeDocument(opened: OpenedFile, id: string): Promise<string> {
  const file = opened.bag.files.find(({ place }) => place.kind === 'document' && place.id === id);
  if (!file) throw new ProjectFileFault('document-missing', id);
  return textOf(opened.reader(), file);
}

type Taking = {
  readonly disk: Disk;
  readonly opened: OpenedFile;
  readonly into: OpenCase;
  readonly signal: AbortSignal;
};

/** Whether the case holds the content, in a sealed file of sound form. */
async function isHeld({ disk, into }: Taking, sha256: string, size: number): Promise<boolean> {
  const path = join(into.folder, blobNameOf(into.keys, Buffer.from(sha256, 'hex')));
  try {
    const file = await openSealed(disk, path, into.keys);
    await file.close();
    return file.size === size;
  } catch (error) {
    if (error instanceof VaultError) return false;
    throw error;
  }
}

async function sealOne(
  { disk, into, signal }: Taking,
  payload: PayloadReader,
  file: BagFile,
  report: (bytes: number) => void,
): Promise<void> {
  const { place, entry, path } = file;
  const sealer = await startSealing(disk, into.folder, into.keys, entry.size, entry.crc32);
  into.temporary.add(sealer.temporary);
  try {
    // The sealer hashes what it seals, so nothing else need.
    const data = await openEntry(payload, entry, true);
    for await (const piece of data.pieces()) {
      signal.throwIfAborted();
      await sealer.write(piece);
      report(piece.length);
    }
    signal.throwIfAborted();
    const { blob, sha256 } = await sealer.finish();
    into.fresh.add(blob);
    if (place.kind !== 'evidence' || place.sha256 !== sha256)
      throw new ProjectFileFault('evidence-differs', path);
  } finally {
    await sealer.abort();
    into.temporary.delete(sealer.temporary);
  }
}

/**
 * Seals every piece of evidence of a checked file into an unlocked case; what the case holds
 * already is left alone. Nothing taken is named by the case until its journal is: the sweep
 * removes it when the opening fails later. Throws faults, VaultErrors of writing, the reason of
 * `signal`.
 */
export async function takeEvidence(
  taking: Taking,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly taken: number; readonly held: number }> {
  const files = taking.opened.bag.files.filter(({ place }) => place.kind === 'evidence');
  const total = taking.opened.summary.evidence.bytes;
  const payload = taking.opened.reader();
  let done = 0;
  let held = 0;
  for (const file of files) {
    taking.signal.throwIfAborted();
    if (file.place.kind === 'evidence' && (await isHeld(taking, file.place.sha256, file.entry.size))) {
      held += 1;
      done += file.entry.size;
      onProgress(done, total);
      continue;
    }
    await sealOne(taking, payload, file, (bytes) => {
      done += bytes;
      onProgress(done, total);
    });
  }
  return { taken: files.length - held, held };
}
