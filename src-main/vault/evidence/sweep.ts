import { join } from 'node:path';
import { systemCode } from '../files/system-errors.ts';
import { type Disk, syncFolder } from '../files/disk.ts';
import { TEMPORARY } from '../files/write-whole.ts';
import { blobNameOf } from '../keys/case-keys.ts';
import type { OpenCase } from '../open-cases.ts';

/**
 * Removes sealed files that neither the case names (`keep`: SHA-256 of those it does) nor a copy of it
 * on this laptop (`needed`: their names; null when that is not known: then none goes), and temporary
 * ones that a crash left; spares what is being written or was sealed since the case was unlocked.
 * Returns how many went.
 */
export async function sweep(
  disk: Disk,
  opened: OpenCase,
  keep: readonly string[],
  needed: ReadonlySet<string> | null,
): Promise<number> {
  const kept = new Set(keep.map((sha256) => blobNameOf(opened.keys, Buffer.from(sha256, 'hex'))));
  const spared = (name: string): boolean =>
    kept.has(name) || opened.fresh.has(name) || (needed?.has(name) ?? !name.endsWith(TEMPORARY));
  let removed = 0;
  for (const name of await namesIn(disk, opened.folder)) {
    const path = join(opened.folder, name);
    if (spared(name) || opened.temporary.has(path)) continue;
    await disk.rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await disk.readdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Removes the sealed files of these contents (SHA-256 in hex), and makes it last. */
export async function eraseEvidence(disk: Disk, opened: OpenCase, sha256s: readonly string[]): Promise<void> {
  for (const sha256 of sha256s) {
    const name = blobNameOf(opened.keys, Buffer.from(sha256, 'hex'));
    opened.fresh.delete(name);
    await disk.rm(join(opened.folder, name), { force: true });
  }
  if (sha256s.length > 0) await syncFolder(disk, opened.folder);
}
