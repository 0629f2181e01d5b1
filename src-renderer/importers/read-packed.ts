import type { ReadArticle } from '#core/ports/workbench.ts';
import { ImportError } from './import-error.ts';

/** Formats that hold their text packed or among other things: read in a worker, for no file of a stranger may stop the window. */
export type PackedFormat = 'docx' | 'pdf' | 'html';

/** Told how many of how many pages are read. */
export type TellPages = (done: number, total: number) => void;

/** Reads such a file. Throws ImportError. */
export async function readPackedBytes(
  format: PackedFormat,
  name: string,
  bytes: Uint8Array,
  tell: TellPages,
): Promise<ReadArticle> {
  if (bytes.length === 0) throw new ImportError('empty-file', 'There is nothing in this file.');
  // Large libraries for few files: each is loaded when it is wanted.
  if (format === 'pdf') return (await import('./pdf/read-pdf.ts')).readPdf(name, bytes, tell);
  if (format === 'html') return (await import('./read-html.ts')).readHtmlBytes(name, bytes);
  return (await import('./docx/read-docx.ts')).readDocx(name, bytes);
}
