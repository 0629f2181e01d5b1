import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { VaultError } from '../vault-error.ts';
import { readFailure } from './system-errors.ts';
import type { Disk } from './disk.ts';

/** A person's file, open for one pass. `close` must be called. */
export type SourceFile = {
  readonly size: number;
  /** Last change on disk, ISO 8601. */
  readonly modified: string;
  /** Fills `block` from where the last read ended; 0 at the end. */
  read(block: Buffer): Promise<number>;
  /** Throws `file-changed` or `file-missing` when the file is no longer what was opened. */
  assertUnchanged(): Promise<void>;
  close(): Promise<void>;
};

const isSame = (a: BigIntStats, b: BigIntStats): boolean =>
  a.ino === b.ino && a.dev === b.dev && a.size === b.size && a.mtimeNs === b.mtimeNs;

async function statFile(disk: Disk, path: string): Promise<BigIntStats> {
  const stats = await disk.stat(path, { bigint: true });
  // Checked before opening: opening a named pipe waits for a writer for ever.
  if (!stats.isFile()) throw new VaultError('not-a-file', 'Only ordinary files can be read');
  return stats;
}

async function fill(file: FileHandle, block: Buffer): Promise<number> {
  let filled = 0;
  while (filled < block.length) {
    const { bytesRead } = await file.read(block, filled, block.length - filled, null);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

async function assertUnchanged(disk: Disk, path: string, file: FileHandle, first: BigIntStats) {
  const still = isSame(await file.stat({ bigint: true }), first) && isSame(await statFile(disk, path), first);
  if (!still) throw new VaultError('file-changed', 'The file changed while it was read');
}

/** Opens a person's file. Every failure is a VaultError of the FILE_ERRORS. */
export async function openSource(disk: Disk, path: string): Promise<SourceFile> {
  const guard = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      throw readFailure(error);
    }
  };
  const first = await guard(statFile(disk, path));
  const file = await guard(disk.open(path, 'r'));
  return {
    size: Number(first.size),
    modified: first.mtime.toISOString(),
    read: (block) => guard(fill(file, block)),
    assertUnchanged: () => guard(assertUnchanged(disk, path, file, first)),
    close: () => file.close(),
  };
}
