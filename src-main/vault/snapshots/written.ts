import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Disk } from '../files/disk.ts';
import { HEAD_BYTES, headerLength, NONCE_BYTES } from '../project-file/age/header.ts';
import { VaultError } from '../vault-error.ts';
import type { KeptSetting, WrittenFile } from './setting.ts';

/**
 * SHA-256 of the age header and the nonce after it. They bind the key of the content (age v1, header
 * MAC), which nobody but its readers knows: with the same head, it is the file that was written.
 */
async function headOf(disk: Disk, path: string): Promise<string> {
  const file = await disk.open(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    const head = bytes.subarray(0, bytesRead);
    return createHash('sha256')
      .update(head.subarray(0, headerLength(head) + NONCE_BYTES))
      .digest('hex');
  } finally {
    await file.close();
  }
}

/** What is remembered of a file that was just written. */
export async function recordOf(
  disk: Disk,
  path: string,
  { folder, protection }: Pick<KeptSetting, 'folder' | 'protection'>,
): Promise<WrittenFile> {
  return { folder, name: basename(path), head: await headOf(disk, path), protection };
}

/**
 * The record of the file at `path`. Anybody can seal a file to a public key: throws a VaultError
 * `kept-unknown` when it is not one that was written here.
 */
export async function requireWritten(
  disk: Disk,
  path: string,
  written: readonly WrittenFile[],
): Promise<WrittenFile> {
  const record = written.find(({ name }) => name === basename(path));
  // What cannot be read, or is no age file, is not the one that was written either.
  const head = record && (await headOf(disk, path).catch(() => null));
  if (!record || head !== record.head) {
    throw new VaultError('kept-unknown', 'This file is not one that was written from here');
  }
  return record;
}
