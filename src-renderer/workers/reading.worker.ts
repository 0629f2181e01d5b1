import { ImportError } from '#renderer/importers/import-error.ts';
import { readPackedBytes } from '#renderer/importers/read-packed.ts';
import type { ReadingAnswer, ReadingRequest } from './reading-protocol.ts';

const answer = (said: ReadingAnswer): void => self.postMessage(said);

function failed(error: unknown): ReadingAnswer {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { kind: 'failed', code: error instanceof ImportError ? error.code : null, message };
}

self.onmessage = ({ data: { format, name, bytes } }: MessageEvent<ReadingRequest>) => {
  const tell = (done: number, total: number): void => answer({ kind: 'progress', done, total });
  readPackedBytes(format, name, bytes, tell).then(
    (article) => answer({ kind: 'read', article }),
    (error: unknown) => answer(failed(error)),
  );
};
