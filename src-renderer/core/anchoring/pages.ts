import type { Document } from '../model/document.ts';
import type { Span } from './paragraphs.ts';

/** Index of the page the character at `offset` stands on: the last that starts at or before it. */
function pageAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pages, counted from 1, on which a stretch of a document stands; null for one without pages. */
export function pagesOf(
  document: Pick<Document, 'pages'> | undefined,
  { start, end }: Span,
): { readonly first: number; readonly last: number } | null {
  const starts = document?.pages;
  if (!starts || starts.length === 0) return null;
  return { first: Math.max(1, pageAt(starts, start)), last: Math.max(1, pageAt(starts, end - 1)) };
}

/** The same as a citation says it: `3` or `3–4`; null for a document without pages. */
export function pagesCited(document: Pick<Document, 'pages'> | undefined, span: Span): string | null {
  const pages = pagesOf(document, span);
  if (!pages) return null;
  return pages.first === pages.last ? String(pages.first) : `${pages.first}–${pages.last}`;
}
