export type ImportErrorCode =
  /** There is no text in it. */
  | 'empty-file'
  /** No text file, whatever its name says. */
  | 'binary-file'
  /** Bytes or halves of characters that no encoding explains. */
  | 'broken-encoding'
  /** {@link MOST_BYTES} or more. */
  | 'too-large';

/** Why an article cannot be read; `code` picks the words the person sees. */
export class ImportError extends Error {
  readonly code: ImportErrorCode;
  constructor(code: ImportErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImportError';
    this.code = code;
  }
}

/** From this size on a text is refused: it is no article, and would make every later step slow. */
export const MOST_BYTES = 20_000_000;

/** Throws `too-large` before anything is done with that many bytes or characters. */
export function checkSize(size: number): void {
  if (size < MOST_BYTES) return;
  const message = `${size} bytes; an article may have fewer than ${MOST_BYTES}.`;
  throw new ImportError('too-large', message);
}
