import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';

/** What the window sends to the checking worker: the journal in parts, then the rows. */
export type CheckRequest =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'rows'; readonly rows: readonly FoldedItem[]; readonly last: boolean };
