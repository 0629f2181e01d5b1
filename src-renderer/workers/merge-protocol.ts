import type { Tip } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import type { MergedCopy } from '#core/merge/merge-copy.ts';

/** What the window sends to the merging worker: both journals in parts, then where this copy stands. */
export type MergeRequest =
  | { readonly kind: 'held' | 'incoming'; readonly entries: readonly Entry[] }
  | { readonly kind: 'merge'; readonly caseId: string; readonly tip: Tip };

/** What the worker answers: the long lists in parts, then the rest; or why it cannot be merged. */
export type MergeAnswer =
  | { readonly kind: 'added'; readonly entries: readonly Entry[] }
  | { readonly kind: 'changed'; readonly items: readonly FoldedItem[] }
  | { readonly kind: 'merged'; readonly rest: Omit<MergedCopy, 'added' | 'changed'> }
  | { readonly kind: 'forked'; readonly actor: string; readonly seq: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Items in one message: copying more at once would hold up the window. */
export const MERGE_PART = 500;
