import type { SearchChanges } from '#core/queries/search-docs.ts';
import type { SearchHit } from '#core/queries/search-index.ts';

/** What the window asks of the search worker. */
export type SearchRequest =
  | { readonly kind: 'update'; readonly changes: SearchChanges }
  | { readonly kind: 'search'; readonly id: number; readonly query: string };

/** What it answers; `error` is for logs. */
export type SearchResponse =
  | { readonly kind: 'hits'; readonly id: number; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'failed'; readonly id: number | null; readonly error: string };
