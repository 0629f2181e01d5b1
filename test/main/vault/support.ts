import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BlobRef } from '#core/model/evidence.ts';
import { type Disk, realDisk } from '#main/vault/files/disk.ts';
import { blobNameOf, deriveKeys } from '#main/vault/keys/case-keys.ts';
import type { Cost } from '#main/vault/keys/passphrase-key.ts';
import { createVault, type Vault, type VaultOptions } from '#main/vault/vault.ts';

/** The least that libsodium allows, so that tests do not spend their time on passphrases. */
export const CHEAP: Cost = { opslimit: 1, memlimit: 8192 };
export const PASSPHRASE = 'correct horse battery';
export const CASE = '11111111-2222-4333-8444-555555555555';
export const OTHER_CASE = '99999999-2222-4333-8444-555555555555';

let jobs = 0;
/** A job id that no other test uses. */
export const newJobId = (): string => `00000000-0000-4000-8000-${String((jobs += 1)).padStart(12, '0')}`;

/** An empty folder that is gone after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A vault over a fresh folder of cases, or over `folder`. */
export function makeVault(options: Partial<VaultOptions> = {}): { vault: Vault; folder: string } {
  const folder = options.folder ?? join(freshFolder(), 'cases');
  const vault = createVault({ cost: CHEAP, ...options, folder });
  onTestFinished(async () => {
    await vault.lock(null);
  });
  return { vault, folder };
}

/** A vault with one case, unlocked. */
export async function makeCase(options: Partial<VaultOptions> = {}) {
  const { vault, folder } = makeVault(options);
  const { key } = await vault.create({ caseId: CASE, passphrase: PASSPHRASE, keychain: null });
  const keys = deriveKeys(Buffer.from(key));
  const nameOf = ({ sha256 }: BlobRef): string => blobNameOf(keys, Buffer.from(sha256, 'hex'));
  return { vault, folder, key, nameOf, evidence: join(folder, CASE, 'evidence') };
}

/** Writes a file with the content into a fresh folder; returns its path. */
export function someFile(content: Uint8Array | string, name = 'file.bin'): string {
  const path = join(freshFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** Names in a folder; none when it is not there. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Bytes that differ from chunk to chunk. */
export function someBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = (at * 31 + (at >>> 8) * 7 + (at >>> 16)) & 255;
  return bytes;
}

export const systemError = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code });

/** A disk on which some calls do something else. */
export const diskWith = (changes: Partial<Disk>): Disk => ({ ...realDisk, ...changes });

/** A disk that runs full once `room` bytes have been written to files of our own. */
export function diskOf(room: number): Disk {
  let left = room;
  return diskWith({
    async open(path, flags, mode) {
      const file = await realDisk.open(path, flags, mode);
      const writeFile = file.writeFile.bind(file);
      file.writeFile = async (data, options) => {
        left -= data instanceof Uint8Array ? data.length : 0;
        if (left < 0) throw systemError('ENOSPC');
        await writeFile(data, options);
      };
      return file;
    },
  });
}
