import { type Span, trimSpan } from '#core/anchoring/paragraphs.ts';
import type { Item } from '#core/model/item.ts';

/** Offset in the article's text of a place on the page, or null outside the article's words. */
export function offsetAt(paragraphs: readonly Span[], node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('[data-paragraph]');
  const span = paragraphs[Number(paragraph?.dataset['paragraph'] ?? -1)];
  if (!span) return null;
  return span.start + (node instanceof Text ? offset : offset === 0 ? 0 : span.end - span.start);
}

/** Offset under a point of the window. */
export function offsetUnder(paragraphs: readonly Span[], x: number, y: number): number | null {
  const range = document.caretRangeFromPoint(x, y);
  return range && offsetAt(paragraphs, range.startContainer, range.startOffset);
}

/** The selected words as a span of the article's text, without white space around them. */
export function selectedSpan(text: string, paragraphs: readonly Span[]): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const start = offsetAt(paragraphs, startContainer, startOffset);
  const end = offsetAt(paragraphs, endContainer, endOffset);
  return start === null || end === null ? null : trimSpan(text, { start, end });
}

/** Ids of the claims whose words stand at `offset`, the shortest stretch first. */
export function claimsAt(claims: Iterable<Item<'claim'>>, documentId: string, offset: number): string[] {
  const hits: { id: string; length: number }[] = [];
  for (const { id, anchors, mergedInto } of claims) {
    if (mergedInto !== null) continue;
    for (const anchor of anchors) {
      if (anchor.documentId !== documentId || offset < anchor.start || offset >= anchor.end) continue;
      hits.push({ id, length: anchor.end - anchor.start });
    }
  }
  return hits.sort((a, b) => a.length - b.length).map(({ id }) => id);
}
