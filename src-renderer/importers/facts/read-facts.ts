import type { FileFacts } from '#core/facts/file-facts.ts';
import { ImportError } from '../import-error.ts';

/** Reads bytes from `start` up to `end` (exclusive) of a file. */
export type ReadRange = (start: number, end: number) => Promise<Uint8Array>;

/** A file to be asked what it says of itself. */
export type FactsSource = { readonly mediaType: string; readonly size: number; readonly read: ReadRange };

/** Of a larger picture only so much is read: what it says of itself stands at the front, as a rule. */
const MOST_OF_PICTURE = 32 * 1024 * 1024;
/** A PDF is read whole or not at all: its index stands at its end. */
const MOST_OF_PDF = 128 * 1024 * 1024;

/**
 * What a file says of itself. Works in a worker: such files come from strangers. `wasm`: address of
 * MediaInfo's module. Throws ImportError: `empty-file`, `too-large`, `damaged-file`, `protected-file`.
 */
export async function readFacts({ mediaType, size, read }: FactsSource, wasm: string): Promise<FileFacts> {
  if (size === 0) throw new ImportError('empty-file', 'There is nothing in this file.');
  // Large libraries for few files: each is loaded when it is wanted.
  if (mediaType.startsWith('image/')) {
    const { readPicture } = await import('./read-picture.ts');
    return readPicture(await read(0, Math.min(size, MOST_OF_PICTURE)));
  }
  if (mediaType === 'application/pdf') {
    if (size > MOST_OF_PDF) throw new ImportError('too-large', 'The PDF is too large to be read whole.');
    const { readPdfFacts } = await import('./read-pdf-facts.ts');
    return readPdfFacts(await read(0, size));
  }
  const { readMedia } = await import('./read-media.ts');
  return readMedia(size, read, wasm);
}
