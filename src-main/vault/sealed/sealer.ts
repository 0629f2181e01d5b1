import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { VaultError } from '../vault-error.ts';
import { Flushing } from '../files/flushing.ts';
import { systemCode, writeFailure } from '../files/system-errors.ts';
import { type Disk, syncFolder } from '../files/disk.ts';
import { temporaryPath } from '../files/write-whole.ts';
import { blobNameOf, type CaseKeys } from '../keys/case-keys.ts';
import { wipe } from '../keys/secret.ts';
import { crc32 } from './crc32.ts';
import { CHUNK_BYTES, chunkCount, fileKey, newHeader, SEALED_CHUNK_BYTES, sealChunk } from './format.ts';

/** How many sealed chunks are gathered before they are written. */
const BATCH = 16;

export type SealedContent = {
  readonly blob: string;
  readonly sha256: string;
  readonly crc32: number;
  readonly size: number;
};

/**
 * Seals content of a known size as it comes in. Nothing is in place before `finish` resolves;
 * `abort` leaves nothing behind and must be called when anything before failed. Calls must not
 * overlap.
 */
export type Sealer = {
  /** The file being written, so that a sweep spares it. */
  readonly temporary: string;
  write(bytes: Uint8Array): Promise<void>;
  /** Puts the sealed file in place. Throws `file-changed` when the content was not of its size. */
  finish(): Promise<SealedContent>;
  abort(): Promise<void>;
};

type State = {
  readonly disk: Disk;
  readonly folder: string;
  readonly size: number;
  readonly temporary: string;
  readonly file: FileHandle;
  readonly key: Buffer;
  readonly hash: Hash;
  readonly plain: Buffer;
  sealed: Buffer;
  /** Takes turns with `sealed`, so that one batch is sealed while the other is written. */
  spare: Buffer;
  /** The batch on its way to the disk. */
  writing: Promise<void>;
  readonly flushing: Flushing;
  crc: number;
  readonly knownCrc: number | null;
  received: number;
  held: number;
  chunk: number;
  batched: number;
};

const changed = () => new VaultError('file-changed', 'The content was not as long as announced');

async function writeBatch(state: State): Promise<void> {
  await state.writing;
  const { batched, flushing } = state;
  state.writing = state.file.writeFile(state.sealed.subarray(0, batched)).then(() => flushing.wrote(batched));
  // Its failure is met at the next wait; until then it must not count as unhandled.
  state.writing.catch(() => undefined);
  [state.sealed, state.spare] = [state.spare, state.sealed];
  state.batched = 0;
}

async function sealHeld(state: State): Promise<void> {
  const last = state.chunk === chunkCount(state.size) - 1;
  const plain = state.plain.subarray(0, state.held);
  const target = state.sealed.subarray(state.batched);
  state.batched += sealChunk(state.key, state.chunk, last, plain, target);
  state.chunk += 1;
  state.held = 0;
  if (state.batched === state.sealed.length) await writeBatch(state);
}

async function take(state: State, bytes: Uint8Array): Promise<void> {
  state.received += bytes.length;
  if (state.received > state.size) throw changed();
  state.hash.update(bytes);
  if (state.knownCrc === null) state.crc = crc32(bytes, state.crc);
  for (let at = 0; at < bytes.length; ) {
    const part = bytes.subarray(at, at + CHUNK_BYTES - state.held);
    state.plain.set(part, state.held);
    state.held += part.length;
    at += part.length;
    if (state.held === CHUNK_BYTES) await sealHeld(state);
  }
}

/** Renames over a sealed file of the same content, if there is one: both hold the same. */
async function place(state: State, target: string): Promise<void> {
  try {
    await state.disk.rename(state.temporary, target);
  } catch (error) {
    // Windows refuses while the older copy is being read; that copy then serves.
    if (!['EPERM', 'EACCES', 'EBUSY'].includes(systemCode(error))) throw error;
    await state.disk.stat(target);
    await state.disk.rm(state.temporary);
  }
  await syncFolder(state.disk, state.folder);
}

async function complete(state: State, keys: CaseKeys): Promise<SealedContent> {
  if (state.received !== state.size) throw changed();
  // Named before the first wait: while this waits, the case may be locked and its keys wiped.
  const digest = state.hash.digest();
  const blob = blobNameOf(keys, digest);
  if (state.held > 0 || state.chunk === 0) await sealHeld(state);
  await writeBatch(state);
  await state.writing;
  await state.flushing.settle();
  await state.file.sync();
  await state.file.close();
  await place(state, join(state.folder, blob));
  return { blob, sha256: digest.toString('hex'), crc32: state.knownCrc ?? state.crc, size: state.size };
}

async function open(
  disk: Disk,
  folder: string,
  header: Buffer,
  key: Buffer,
  size: number,
  knownCrc: number | null,
): Promise<State> {
  await disk.mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = temporaryPath(folder);
  const file = await disk.open(temporary, 'wx', 0o600);
  const state: State = {
    disk,
    folder,
    size,
    temporary,
    file,
    key,
    hash: createHash('sha256'),
    plain: Buffer.alloc(CHUNK_BYTES),
    sealed: Buffer.alloc(SEALED_CHUNK_BYTES * BATCH),
    spare: Buffer.alloc(SEALED_CHUNK_BYTES * BATCH),
    writing: Promise.resolve(),
    flushing: new Flushing(file),
    crc: 0,
    knownCrc,
    received: 0,
    held: 0,
    chunk: 0,
    batched: 0,
  };
  try {
    await file.writeFile(header);
    return state;
  } catch (error) {
    await remove(state);
    throw error;
  }
}

async function remove({ disk, file, temporary, writing }: State): Promise<void> {
  await writing.catch(() => undefined);
  await file.close();
  await disk.rm(temporary, { force: true });
}

const guard = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw writeFailure(error);
  }
};

/**
 * Starts a sealed file in `folder`. `knownCrc`: the CRC-32 of content that was checked before. Failures
 * are VaultErrors that say what to tell the person.
 */
export async function startSealing(
  disk: Disk,
  folder: string,
  keys: CaseKeys,
  size: number,
  knownCrc: number | null = null,
): Promise<Sealer> {
  const header = newHeader(size);
  // Derived before the first wait: while this waits, the case may be locked and its keys wiped.
  const key = fileKey(keys.files, header);
  const state = await guard(open(disk, folder, header, key, size, knownCrc)).catch((error: unknown) => {
    wipe(key);
    throw error;
  });
  let ended = false;
  return {
    temporary: state.temporary,
    write: (bytes) => guard(take(state, bytes)),
    async finish() {
      const content = await guard(complete(state, keys));
      ended = true;
      wipe(key, state.plain);
      return content;
    },
    async abort() {
      if (ended) return;
      ended = true;
      wipe(key, state.plain);
      await guard(remove(state));
    },
  };
}
