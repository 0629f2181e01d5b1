import type { View, ViewedFormat } from '#core/ports/view-work.ts';

/** A file to be read for looking at; one a worker. */
export type ViewingRequest = {
  readonly format: Exclude<ViewedFormat, 'docx'>;
  readonly bytes: Uint8Array;
};

export type ViewingAnswer =
  /** `view` null: the file is none of its kind. */
  | { readonly kind: 'read'; readonly view: View | null }
  | { readonly kind: 'failed'; readonly message: string };
