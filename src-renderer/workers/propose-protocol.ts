import type { Span } from '#core/anchoring/paragraphs.ts';
import type { Reading } from '#core/proposing/draft.ts';

/** A text to be read; one a worker. `published`: EDTF, as its document has it. */
export type ProposeRequest = {
  readonly text: string;
  readonly within: Span | null;
  readonly published: string | null;
};

/** `share`: how much of the reading is done, 0 to 1. `message` is for logs. */
export type ProposeAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'failed'; readonly message: string };
