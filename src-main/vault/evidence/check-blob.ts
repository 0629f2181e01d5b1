import { createHash } from 'node:crypto';
import { VaultError } from '../vault-error.ts';
import type { SealedReader } from '../sealed/reader.ts';

/** What a sealed file is found to be. */
export type BlobVerdict = 'same' | 'altered' | 'missing';

/** How it is looked at; `breathe`: waits after each piece, null to go on at once. */
export type Looking = {
  readonly signal: AbortSignal;
  readonly report: (done: number) => void;
  readonly breathe: (() => Promise<unknown>) | null;
};

/**
 * Reads a sealed file from end to end and hashes its content again. `altered`: a seal inside does not
 * hold, or the content is not the one it is named by. Throws the reason of `signal`.
 */
export async function checkBlob(
  open: () => Promise<SealedReader>,
  sha256: string,
  { signal, report, breathe }: Looking,
): Promise<BlobVerdict> {
  const hash = createHash('sha256');
  let done = 0;
  try {
    const file = await open();
    try {
      for await (const piece of file.pieces()) {
        await breathe?.();
        signal.throwIfAborted();
        hash.update(piece);
        done += piece.length;
        report(done);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    if (error.code === 'blob-missing') return 'missing';
    if (error.code === 'blob-damaged') return 'altered';
    throw error;
  }
  return hash.digest('hex') === sha256 ? 'same' : 'altered';
}
