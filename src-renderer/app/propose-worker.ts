import type { OnShare } from '#core/extraction/share.ts';
import type { Reading } from '#core/proposing/draft.ts';
import type { ProposeAnswer, ProposeRequest } from '#renderer/workers/propose-protocol.ts';
import { Failure } from './failures.ts';

/** Reads a text for its claims and tells how far it is. Rejects with `cancelled` once aborted. */
export type ProposeWork = (
  request: ProposeRequest,
  signal: AbortSignal,
  onShare: OnShare,
) => Promise<Reading>;

const stopped = (): Failure => new Failure('cancelled', 'The person stopped the reading.');

/** Each text in a worker of its own, which ends with it: so it can be stopped at any moment. */
export const proposeInWorker: ProposeWork = async (request, signal, onShare) => {
  if (signal.aborted) throw stopped();
  const worker = new Worker(new URL('../workers/propose.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Reading>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(stopped()), { once: true });
      worker.addEventListener('error', ({ message }) => reject(new Failure('failed', message)));
      worker.addEventListener('message', ({ data }: MessageEvent<ProposeAnswer>) => {
        if (data.kind === 'progress') onShare(data.share);
        else if (data.kind === 'read') resolve(data.reading);
        else reject(new Failure('failed', data.message));
      });
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
};
