import type { BlobRef } from '#core/model/evidence.ts';
import type { ViewedFormat, View, ViewWork } from '#core/ports/view-work.ts';
import type { Done } from '#core/ports/workbench.ts';
import { linesOf } from '#renderer/importers/snapshot/read-view.ts';
import { ImportError } from '#renderer/importers/import-error.ts';
import { attempt, done, Failure } from './failures.ts';
import type { Parts } from './parts.ts';
import { HEAD_BYTES, sizeIn } from './picture-size.ts';
import type { OpenedCase } from './session.ts';
import { viewInWorker } from './viewing-worker.ts';

/** Larger ones are not read to be looked at. */
const MOST_BYTES = 50 * 1024 * 1024;

const addressOf = (caseId: string, { sha256 }: BlobRef): string => `evidence://${caseId}/${sha256}`;

/** Bytes of a sealed file. Throws `blob-missing` when it is not there, or not as it was sealed. */
async function bytesOf(
  caseId: string,
  file: BlobRef,
  range: readonly [start: number, end: number] | null,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const headers = range ? { Range: `bytes=${range[0]}-${range[1] - 1}` } : {};
  const response = await fetch(addressOf(caseId, file), { headers, signal });
  if (!response.ok) throw new Failure('blob-missing', `evidence answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function read(
  parts: Parts,
  file: BlobRef,
  format: ViewedFormat,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<View> {
  if (format === 'docx') {
    const tell = (): void => undefined;
    const reading = parts.readPacked({ format: 'docx', name: file.name, bytes, tell, signal });
    const { text } = await reading.catch((error: unknown) => {
      // "Split it into articles" helps nobody who only looks at it.
      if (!(error instanceof ImportError && error.code === 'too-large')) throw error;
      throw new Failure('too-large-to-show', error.message, { cause: error });
    });
    return { kind: 'text', lines: linesOf(text), uncertain: false, plain: false };
  }
  const view = await viewInWorker({ format, bytes }, signal);
  if (!view) throw new Failure('not-viewable', 'The file is none of its kind.');
  return view;
}

/** Looking at files of the open case; `opened` runs work on it. */
export function createViewWork(
  parts: Parts,
  opened: <T>(work: (opened: OpenedCase) => Promise<Done<T>>) => Promise<Done<T>>,
): ViewWork {
  const stoppable = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (signal.aborted) throw new Failure('cancelled', 'The person looked elsewhere.', { cause: error });
      throw error;
    }
  };
  return {
    viewFile: (file, format, signal) =>
      opened(({ caseId }) =>
        attempt(async () => {
          if (file.size > MOST_BYTES)
            throw new Failure('too-large-to-show', 'The file is too large to be shown.');
          const look = async (): Promise<View> =>
            read(parts, file, format, await bytesOf(caseId, file, null, signal), signal);
          return done(await stoppable(look(), signal));
        }),
      ),
    pictureSize: (file) =>
      opened(({ caseId }) =>
        attempt(async () => {
          const end = Math.min(HEAD_BYTES, file.size);
          return done(sizeIn(await bytesOf(caseId, file, [0, end], new AbortController().signal)));
        }),
      ),
    readFilePart: (file, start, end, signal) =>
      opened(({ caseId }) =>
        attempt(async () => done(await stoppable(bytesOf(caseId, file, [start, end], signal), signal))),
      ),
  };
}
