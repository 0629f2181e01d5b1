import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { syncFolder } from '../files/disk.ts';
import { writeFailure } from '../files/system-errors.ts';
import { requirePlainTarget, TEMPORARY, temporaryPath, temporaryPrefix } from '../files/write-whole.ts';
import { wipe } from '../keys/secret.ts';
import { type MadeHeader, makeHeader, type Protection } from './age/header.ts';
import { openPayload } from './age/payload-reader.ts';
import { startPayload } from './age/payload-writer.ts';
import { ProjectFileFault } from '#core/exchange/project-file/faults.ts';
import { type CheckedBag, checkBag } from './read-bag.ts';
import { checkSpace } from './space.ts';
import { type BagContent, writeBag, type WrittenJournal } from './write-bag.ts';

/** Bytes of the file written, or read back, so far; `total` is an estimate while writing. */
export type FileProgress = {
  readonly phase: 'writing' | 'verifying' | 'taking';
  readonly done: number;
  readonly total: number;
};

export type WriteInput = {
  readonly path: string;
  readonly protection: Protection;
  readonly content: BagContent;
  /** Bytes the file may take, for the check of free space and for progress. */
  readonly expected: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: FileProgress) => void;
};

export type Written = { readonly bytes: number; readonly bag: CheckedBag };

async function writeContent(
  file: FileHandle,
  header: MadeHeader,
  input: WriteInput,
): Promise<WrittenJournal> {
  const { content, signal, expected, onProgress } = input;
  await file.writeFile(header.bytes);
  const payload = startPayload(file, header.payloadKey);
  let done = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    signal.throwIfAborted();
    await payload.write(bytes);
    done += bytes.length;
    onProgress({ phase: 'writing', done, total: Math.max(done, expected) });
  };
  try {
    const journal = await writeBag(content, write);
    await payload.end();
    await file.sync();
    return journal;
  } finally {
    await payload.settle();
  }
}

async function readBack(
  file: FileHandle,
  header: MadeHeader,
  input: WriteInput,
  journal: WrittenJournal,
): Promise<Written> {
  const { signal, onProgress } = input;
  const { size: bytes } = await file.stat();
  const written = Buffer.alloc(header.bytes.length);
  await file.read(written, 0, written.length, 0);
  if (!written.equals(header.bytes)) throw new ProjectFileFault('age-header-damaged');
  const payload = openPayload(file, written.length, bytes, header.payloadKey);
  const report = (done: number) => onProgress({ phase: 'verifying', done, total: payload.size });
  return { bytes, bag: await checkBag(payload, { signal, report }, journal) };
}

/** Nobody has written to a temporary file of this age for a while: a crash left it. */
const STALE_MS = 60 * 60 * 1000;

/** Removes what crashed saves of the same file left beside it. */
async function removeStale(disk: Disk, path: string): Promise<void> {
  const folder = dirname(path);
  const left = new RegExp(`^[0-9a-f]{16}\\${TEMPORARY}$`);
  const prefix = temporaryPrefix(basename(path));
  for (const name of await disk.readdir(folder)) {
    if (!name.startsWith(prefix) || !left.test(name.slice(prefix.length))) continue;
    const { mtimeMs } = await disk.stat(join(folder, name));
    if (Date.now() - mtimeMs > STALE_MS) await disk.rm(join(folder, name), { force: true });
  }
}

/**
 * Writes a project file: to a temporary file beside its place, forced to the disk, read back and
 * checked from end to end, then put in place. A crash leaves the old file or the new one, never a
 * half. Whatever goes wrong, nothing stays behind but what was there before. Throws faults for
 * content that no reader would take, VaultErrors `disk-full` and `write-failed`, and the reason of
 * `signal`.
 */
export async function writeProjectFile(disk: Disk, input: WriteInput): Promise<Written> {
  const { path, protection, signal, expected } = input;
  const folder = dirname(path);
  signal.throwIfAborted();
  await requirePlainTarget(disk, path);
  // A folder that cannot be listed may still be written to; then what was left stays.
  await removeStale(disk, path).catch(() => undefined);
  await checkSpace(folder, expected);
  const header = await makeHeader(protection);
  const temporary = temporaryPath(folder, temporaryPrefix(basename(path)));
  try {
    signal.throwIfAborted();
    const file = await disk.open(temporary, 'wx+', 0o600);
    let written: Written;
    try {
      written = await readBack(file, header, input, await writeContent(file, header, input));
    } finally {
      await file.close();
    }
    signal.throwIfAborted();
    await disk.rename(temporary, path);
    await syncFolder(disk, folder);
    return written;
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    if (error instanceof ProjectFileFault || signal.aborted) throw error;
    throw writeFailure(error);
  } finally {
    wipe(header.payloadKey);
  }
}
