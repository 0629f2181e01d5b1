import { statfs } from 'node:fs/promises';
import { systemCode } from '../files/system-errors.ts';
import { VaultError } from '../vault-error.ts';
import { sealedSize } from './age/stream.ts';

/** What the parts of a project file measure, in bytes. */
export type Sizes = {
  readonly journal: number;
  readonly documents: number;
  readonly evidence: readonly number[];
};

/** Header, directory and lists: an allowance for each file, and for the rest. */
const PER_FILE = 700;
const REST = 64 * 1024;

/**
 * Bytes that must be free beside the file for it to be written: the new file stands beside the old
 * one until it is whole. Never too little: texts are counted as if they did not pack.
 */
export function spaceNeeded({ journal, documents, evidence }: Sizes): number {
  const content = evidence.reduce((sum, size) => sum + size + PER_FILE, journal + documents + REST);
  return sealedSize(content) + REST;
}

/** Bytes free for this user in `folder`, or null when the system does not say. */
export async function spaceIn(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) {
      throw new VaultError('write-failed', `The folder is not there: ${systemCode(error)}`);
    }
    // Some file systems do not say; then a full disk shows while writing.
    return null;
  }
}

/** Throws a VaultError `disk-full` when fewer than `needed` bytes are free. */
export async function checkSpace(folder: string, needed: number): Promise<void> {
  const free = await spaceIn(folder);
  if (free !== null && free < needed) {
    throw new VaultError('disk-full', `${needed} bytes are needed, ${free} are free`);
  }
}
