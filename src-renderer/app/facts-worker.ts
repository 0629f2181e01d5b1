import type { FileFacts } from '#core/facts/file-facts.ts';
import type { BlobRef } from '#core/model/evidence.ts';
import { ImportError } from '#renderer/importers/import-error.ts';
import type { FactsAnswer, FactsRequest } from '#renderer/workers/facts-protocol.ts';
import { Failure } from './failures.ts';

/** What a sealed file says of itself. Rejects with ImportError, or the signal's reason once aborted. */
export type FactsWork = (caseId: string, file: BlobRef, signal: AbortSignal) => Promise<FileFacts>;

/** Honest files take a fraction of a second; what takes so long was made to. */
const LIMIT_MS = 30_000;

function answered(worker: Worker, signal: AbortSignal): Promise<FileFacts> {
  return new Promise((resolve, reject) => {
    const slow = (): void =>
      reject(new ImportError('slow-file', `It was not read after ${LIMIT_MS / 1000} seconds.`));
    const limit = setTimeout(slow, LIMIT_MS);
    const ended = (end: () => void): void => {
      clearTimeout(limit);
      end();
    };
    signal.addEventListener('abort', () => ended(() => reject(signal.reason)), { once: true });
    worker.addEventListener('error', ({ message }) => ended(() => reject(new Failure('failed', message))));
    worker.addEventListener('message', ({ data }: MessageEvent<FactsAnswer | { readonly kind?: never }>) => {
      if (data.kind === 'read') return ended(() => resolve(data.facts));
      // Libraries in the worker speak as well: pdf.js announces itself.
      if (data.kind !== 'failed') return;
      const { code, message } = data;
      const error = code === null ? new Failure('failed', message) : new ImportError(code, message);
      ended(() => reject(error));
    });
  });
}

/** Each file in a worker of its own, which ends with it: so one that was made to stop it stops nothing else. */
export const readFactsInWorker: FactsWork = async (caseId, file, signal) => {
  signal.throwIfAborted();
  const worker = new Worker(new URL('../workers/facts.worker.ts', import.meta.url), { type: 'module' });
  try {
    const read = answered(worker, signal);
    const url = `evidence://${caseId}/${file.sha256}`;
    worker.postMessage({ url, mediaType: file.mediaType, size: file.size } satisfies FactsRequest);
    return await read;
  } finally {
    worker.terminate();
  }
};
