import type { ReadArticle } from '#core/ports/workbench.ts';
import type { ImportErrorCode } from '#renderer/importers/import-error.ts';
import type { PackedFormat } from '#renderer/importers/read-packed.ts';

/** A file to be read; one a worker. */
export type ReadingRequest = {
  readonly format: PackedFormat;
  readonly name: string;
  readonly bytes: Uint8Array;
};

export type ReadingAnswer =
  /** Pages read so far. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'read'; readonly article: ReadArticle }
  /** `code` null: a fault of the program. */
  | { readonly kind: 'failed'; readonly code: ImportErrorCode | null; readonly message: string };
