export type ImportErrorCode =
  /** There is no text in it. */
  | 'empty-file'
  /** No text file, whatever its name says. */
  | 'binary-file'
  /** Bytes or halves of characters that no encoding explains. */
  | 'broken-encoding'
  /** {@link MOST_BYTES} or more, or an archive that unpacks to more. */
  | 'too-large'
  /** Its parts cannot be read: damaged, or made to be unreadable. */
  | 'damaged-file'
  /** It opens with a password only. */
  | 'protected-file'
  /** A Word document of the format before .docx. */
  | 'old-word'
  /** A PDF whose pages are pictures. */
  | 'scanned-pdf'
  /** Reading was given up: it took longer than any article does. */
  | 'slow-file';

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
