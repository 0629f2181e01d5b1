import type { Disk } from '../files/disk.ts';
import { systemCode } from '../files/system-errors.ts';
import { blobNameOf } from '../keys/case-keys.ts';
import type { OpenCase } from '../open-cases.ts';

async function namesIn(disk: Disk, folder: string): Promise<ReadonlySet<string>> {
  try {
    return new Set(await disk.readdir(folder));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return new Set();
    throw error;
  }
}

/** Those of the files (SHA-256 in hex) that have no sealed file on this laptop. */
export async function missingAmong(
  disk: Disk,
  opened: OpenCase,
  sha256s: readonly string[],
): Promise<string[]> {
  const names = await namesIn(disk, opened.folder);
  return sha256s.filter((sha256) => !names.has(blobNameOf(opened.keys, Buffer.from(sha256, 'hex'))));
}
