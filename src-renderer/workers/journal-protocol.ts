import type { Tip } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import type { MergedCopy } from '#core/merge/merge-copy.ts';
import type { PurgedCopy, PurgePreview } from '#core/merge/purge-copy.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import type { Refusal } from '#core/ports/command.ts';

/** What is to be done with the journals that were sent. */
export type JournalTask =
  | { readonly kind: 'merge'; readonly caseId: string; readonly tip: Tip }
  | { readonly kind: 'preview-purge'; readonly asked: ToPurge }
  | { readonly kind: 'purge'; readonly asked: ToPurge; readonly tip: Tip };

/** What the window sends: journals in parts, then one task. */
export type JournalRequest =
  | { readonly kind: 'held' | 'incoming'; readonly entries: readonly Entry[] }
  | JournalTask;

/** The lists that go over in parts. */
export type Listed = {
  readonly added: readonly Entry[];
  readonly erased: readonly Entry[];
  readonly changed: readonly FoldedItem[];
};

/**
 * An entry as the worker gives it back: its number among the incoming ones where it is one of those
 * as it came, which saves copying most of a file back.
 */
export type EntryBack = number | Entry;

/** What the worker answers: long lists in parts, then the rest; or why it cannot be done. */
export type JournalAnswer =
  | { readonly kind: 'added' | 'erased'; readonly entries: readonly EntryBack[] }
  | { readonly kind: 'changed'; readonly items: readonly FoldedItem[] }
  | { readonly kind: 'merged'; readonly rest: Omit<MergedCopy, keyof Listed> }
  | { readonly kind: 'purged'; readonly rest: Omit<PurgedCopy, keyof Listed> }
  | { readonly kind: 'previewed'; readonly preview: PurgePreview }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'forked'; readonly actor: string; readonly seq: number }
  | { readonly kind: 'failed'; readonly message: string };

/** Items in one message: copying more at once would hold up the window. */
export const JOURNAL_PART = 500;
