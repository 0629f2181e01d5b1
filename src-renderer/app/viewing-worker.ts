import type { View } from '#core/ports/view-work.ts';
import type { ViewingAnswer, ViewingRequest } from '#renderer/workers/viewing-protocol.ts';
import { Failure } from './failures.ts';

/** Reads a file for looking at; null: it is none of its kind. Rejects with the signal's reason once aborted. */
export type ViewingWork = (request: ViewingRequest, signal: AbortSignal) => Promise<View | null>;

/** A file that takes longer was made to. */
const MOST_MS = 30_000;

function answered(worker: Worker, signal: AbortSignal): Promise<View | null> {
  return new Promise((resolve, reject) => {
    const slow = setTimeout(() => reject(new Failure('slow-file', 'The file took too long.')), MOST_MS);
    const ended = (end: () => void): void => {
      clearTimeout(slow);
      end();
    };
    signal.addEventListener('abort', () => ended(() => reject(signal.reason)), { once: true });
    worker.addEventListener('error', ({ message }) => ended(() => reject(new Failure('failed', message))));
    worker.addEventListener('message', ({ data }: MessageEvent<ViewingAnswer>) =>
      ended(() => (data.kind === 'read' ? resolve(data.view) : reject(new Failure('failed', data.message)))),
    );
  });
}

/** Each file in a worker of its own, which ends with it: no file of a stranger may hold up the window. */
export const viewInWorker: ViewingWork = async (request, signal) => {
  signal.throwIfAborted();
  const worker = new Worker(new URL('../workers/viewing.worker.ts', import.meta.url), { type: 'module' });
  try {
    const view = answered(worker, signal);
    worker.postMessage(request);
    return await view;
  } finally {
    worker.terminate();
  }
};
