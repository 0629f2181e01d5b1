import type { FileFacts } from '#core/facts/file-facts.ts';
import type { ImportErrorCode } from '#renderer/importers/import-error.ts';

/** A sealed file to be asked what it says of itself; one a worker. `url`: its `evidence://` address. */
export type FactsRequest = { readonly url: string; readonly mediaType: string; readonly size: number };

export type FactsAnswer =
  | { readonly kind: 'read'; readonly facts: FileFacts }
  /** `code` null: a fault of the program, or the sealed file cannot be read. */
  | { readonly kind: 'failed'; readonly code: ImportErrorCode | null; readonly message: string };
