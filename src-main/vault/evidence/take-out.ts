import { createHash } from 'node:crypto';
import type { Disk } from '../files/disk.ts';
import { writeFailure } from '../files/system-errors.ts';
import type { SealedReader } from '../sealed/reader.ts';
import { VaultError } from '../vault-error.ts';

/**
 * Writes the plain content of a sealed file to a new file that its owner alone may read and nobody
 * may write (0400), and hashes it on the way: an altered one leaves nothing behind. Throws VaultErrors
 * `blob-damaged`, `disk-full`, `write-failed`, and the reason of `signal`.
 */
export async function takeOut(
  disk: Disk,
  file: SealedReader,
  target: { readonly path: string; readonly sha256: string },
  signal: AbortSignal,
  report: (done: number) => void,
): Promise<void> {
  const { path, sha256 } = target;
  const out = await disk.open(path, 'wx', 0o600).catch((error: unknown) => {
    throw writeFailure(error);
  });
  const hash = createHash('sha256');
  try {
    let done = 0;
    for await (const piece of file.pieces()) {
      signal.throwIfAborted();
      hash.update(piece);
      await out.writeFile(piece).catch((error: unknown) => {
        throw writeFailure(error);
      });
      done += piece.length;
      report(done);
    }
    if (hash.digest('hex') !== sha256) throw new VaultError('blob-damaged', 'A sealed file was altered');
    await out.chmod(0o400);
  } catch (error) {
    await out.truncate(0);
    await out.close();
    await disk.rm(path, { force: true });
    throw error;
  }
  await out.close();
}
