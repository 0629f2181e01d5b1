import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { BlobRef } from '#core/model/evidence.ts';
import type { SaveInput } from '#main/vault/project-file/saving.ts';
import type { Vault, VaultOptions } from '#main/vault/vault.ts';
import { CASE, makeCase, newJobId, someFile } from '../vault/support.ts';
import { chainOf, linesOf } from '../../support/project-content.ts';
import { DOCUMENT_ID, freshFolder, INFO, PASSPHRASE, smallCase, TEXT } from './support.ts';

export const MIB = 1024 * 1024;
export const failsWith = (code: string) => expect.objectContaining({ name: 'VaultError', code });
export const refOf = ({ sha256, crc32, size }: BlobRef) => ({ sha256, crc32, size, ext: 'jpg' });

/** A vault with an unlocked case that holds one piece of evidence of this size. */
export async function caseWith(size: number, options: Partial<VaultOptions> = {}) {
  const made = await makeCase(options);
  const photo = randomBytes(size);
  const blob = await made.vault.store({
    caseId: CASE,
    jobId: newJobId(),
    path: someFile(photo, 'photo.jpg'),
  });
  return { ...made, photo, blob };
}

export const journalOf = (blob: BlobRef): Buffer =>
  Buffer.from(linesOf(chainOf(1, smallCase([{ ...refOf(blob), read: () => [] as never }], 50))));

export async function save(vault: Vault, path: string, blob: BlobRef, change: Partial<SaveInput> = {}) {
  const jobId = newJobId();
  const journal = journalOf(blob);
  const sizes = { journal: journal.length, documents: TEXT.length };
  const input: SaveInput = {
    jobId,
    caseId: CASE,
    path,
    info: { ...INFO, caseId: CASE },
    protection: PASSPHRASE,
    sizes,
    evidence: [refOf(blob)],
    sign: false,
  };
  await vault.beginSave({ ...input, ...change });
  try {
    for (let at = 0; at < journal.length; at += 1000) {
      await vault.saveEntries({ jobId, bytes: journal.subarray(at, at + 1000) });
    }
    const text = Buffer.from(TEXT);
    await vault.saveText({ jobId, id: DOCUMENT_ID, bytes: text.subarray(0, 10) });
    await vault.saveText({ jobId, id: DOCUMENT_ID, bytes: text.subarray(10) });
  } catch {
    // What went wrong comes out at the end.
  }
  return vault.endSave({ jobId });
}

export const target = (): string => join(freshFolder(), 'case.touchstone');
export const namesBeside = (path: string): string[] => readdirSync(dirname(path));
