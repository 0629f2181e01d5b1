import type { ReadArticle } from '#core/ports/workbench.ts';
import { readDocx } from './docx/read-docx.ts';

/** Formats that hold their text packed: read in a worker, for no file of a stranger may stop the window. */
export type PackedFormat = 'docx';

/** Told how many of how many pages are read. */
export type TellPages = (done: number, total: number) => void;

/** Reads such a file. Throws ImportError. */
export const readPackedBytes = (
  _format: PackedFormat,
  name: string,
  bytes: Uint8Array,
  _tell: TellPages,
): Promise<ReadArticle> => readDocx(name, bytes);
