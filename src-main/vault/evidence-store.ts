import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './durable-files.ts';
import { type Sealed, Sealer } from './sealer.ts';
import { readFailure, VaultError, writeFailure } from './vault-error.ts';

const READ = 1024 * 1024;
const TEMPORARY = '.part';

export type Progress = (done: number, total: number) => void;

export const evidenceFolder = (caseFolder: string): string => join(caseFolder, 'evidence');
export const blobPath = (caseFolder: string, blob: string): string => join(evidenceFolder(caseFolder), blob);

/** One sealed file in the making: bytes in order, then `finish`, or `abandon`. */
export class Deposit {
  private readonly sealer: Sealer;
  private readonly folder: string;
  private readonly temporary: string;
  private file: FileHandle | null = null;

  constructor(caseFolder: string, caseKey: Buffer) {
    this.sealer = new Sealer(caseKey);
    this.folder = evidenceFolder(caseFolder);
    this.temporary = join(this.folder, `${randomUUID()}${TEMPORARY}`);
  }

  private async out(): Promise<FileHandle> {
    if (this.file) return this.file;
    await mkdir(this.folder, { recursive: true });
    this.file = await open(this.temporary, 'wx', 0o600);
    await this.file.writeFile(this.sealer.header);
    return this.file;
  }

  /** Takes the next bytes; resolves when they are written. Throws `disk-full`, `write-failed`. */
  async write(bytes: Buffer): Promise<void> {
    try {
      const file = await this.out();
      const sealed = this.sealer.push(bytes);
      if (sealed.length) await file.writeFile(sealed);
    } catch (error) {
      await this.abandon();
      throw writeFailure(error, 'Evidence could not be stored');
    }
  }

  /** Makes the file durable under its name. The same content twice is kept once. */
  async finish(): Promise<Sealed> {
    try {
      const file = await this.out();
      const { rest, sealed } = this.sealer.finish();
      await file.writeFile(rest);
      await file.sync();
      await file.close();
      this.file = null;
      const place = join(this.folder, sealed.blob);
      if (existsSync(place)) await rm(this.temporary);
      else await rename(this.temporary, place);
      await syncFolder(this.folder);
      return sealed;
    } catch (error) {
      await this.abandon();
      throw writeFailure(error, 'Evidence could not be stored');
    }
  }

  /** Leaves nothing behind. */
  async abandon(): Promise<void> {
    await this.file?.close();
    this.file = null;
    await rm(this.temporary, { force: true });
  }
}

/**
 * Seals the file at `path`: one pass of reading, hashing, sealing, then fsync. Throws `cancelled`,
 * `file-changed` when it is not the same file at the end as at the start, and read or write codes.
 */
export async function storeFile(
  caseFolder: string,
  caseKey: Buffer,
  path: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<Sealed & { readonly modified: string }> {
  const source = await open(path, 'r').catch((error: unknown) => {
    throw readFailure(error);
  });
  const deposit = new Deposit(caseFolder, caseKey);
  try {
    const before = await source.stat();
    if (!before.isFile()) throw new VaultError('not-a-file', 'This is no file.');
    const size = await pour(source, deposit, before.size, progress, signal);
    const after = await source.stat();
    if (
      size !== before.size ||
      after.size !== before.size ||
      after.mtimeMs !== before.mtimeMs ||
      after.nlink === 0
    ) {
      throw new VaultError(
        after.nlink === 0 ? 'file-missing' : 'file-changed',
        'The file changed while it was read.',
      );
    }
    return { ...(await deposit.finish()), modified: before.mtime.toISOString() };
  } catch (error) {
    await deposit.abandon();
    throw error;
  } finally {
    await source.close();
  }
}

async function pour(
  source: FileHandle,
  deposit: Deposit,
  total: number,
  progress: Progress,
  signal: AbortSignal,
) {
  const buffer = Buffer.allocUnsafe(READ);
  let done = 0;
  for (;;) {
    if (signal.aborted) throw new VaultError('cancelled', 'Cancelled.');
    const { bytesRead } = await source.read(buffer, 0, READ, done).catch((error: unknown) => {
      throw readFailure(error);
    });
    if (bytesRead === 0) return done;
    await deposit.write(buffer.subarray(0, bytesRead));
    done += bytesRead;
    // A file that grows for ever must not fill the disk.
    if (done > total) throw new VaultError('file-changed', 'The file grew while it was read.');
    progress(done, total);
  }
}

/** Removes sealed files not named in `keep` and unfinished ones; returns how many. */
export async function sweep(caseFolder: string, keep: ReadonlySet<string>): Promise<number> {
  const folder = evidenceFolder(caseFolder);
  if (!existsSync(folder)) return 0;
  const orphans = (await readdir(folder)).filter((name) => !keep.has(name));
  for (const name of orphans) await rm(join(folder, name), { force: true });
  return orphans.length;
}
