import type { ReadArticle } from '#core/ports/workbench.ts';
import { ImportError } from '#renderer/importers/import-error.ts';
import type { PackedFormat, TellPages } from '#renderer/importers/read-packed.ts';
import type { ReadingAnswer, ReadingRequest } from '#renderer/workers/reading-protocol.ts';
import { Failure } from './failures.ts';

/** A file whose text is packed, and how its reading is followed and stopped. */
export type ToRead = {
  readonly format: PackedFormat;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly tell: TellPages;
  readonly signal: AbortSignal;
};

/** Reads articles whose text is packed. Rejects with ImportError, or the signal's reason once aborted. */
export type ReadingWork = (file: ToRead) => Promise<ReadArticle>;

/** So long nothing may be heard of a reading; a page of a PDF takes milliseconds. */
const SILENCE_MS = 60_000;

function answered(worker: Worker, { tell, signal }: ToRead): Promise<ReadArticle> {
  return new Promise((resolve, reject) => {
    const slow = (): void =>
      reject(new ImportError('slow-file', `Nothing was heard for ${SILENCE_MS / 1000} seconds.`));
    let silence = setTimeout(slow, SILENCE_MS);
    const ended = (end: () => void): void => {
      clearTimeout(silence);
      end();
    };
    signal.addEventListener('abort', () => ended(() => reject(signal.reason)), { once: true });
    worker.addEventListener('error', ({ message }) => ended(() => reject(new Failure('failed', message))));
    worker.addEventListener('message', ({ data }: MessageEvent<ReadingAnswer>) => {
      if (data.kind === 'progress') {
        clearTimeout(silence);
        silence = setTimeout(slow, SILENCE_MS);
        return tell(data.done, data.total);
      }
      if (data.kind === 'read') return ended(() => resolve(data.article));
      const { code, message } = data;
      const error = code === null ? new Failure('failed', message) : new ImportError(code, message);
      return ended(() => reject(error));
    });
  });
}

/** Each file in a worker of its own, which ends with it: so it can be stopped at any moment. */
export const readInWorker: ReadingWork = async (file) => {
  file.signal.throwIfAborted();
  const worker = new Worker(new URL('../workers/reading.worker.ts', import.meta.url), { type: 'module' });
  try {
    const { format, name, bytes } = file;
    const read = answered(worker, file);
    worker.postMessage({ format, name, bytes } satisfies ReadingRequest);
    return await read;
  } finally {
    worker.terminate();
  }
};
