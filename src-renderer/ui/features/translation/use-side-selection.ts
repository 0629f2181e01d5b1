import { type RefObject, useEffect, useState } from 'react';
import { type Span, trimSpan } from '#core/anchoring/paragraphs.ts';

/** Words selected on one of the two sides. */
export type SideSelection = Span & { readonly documentId: string };

/** Offset into a document's text of a boundary in its pieces. */
function offsetAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest<HTMLElement>('[data-at]');
  if (piece) return Number(piece.dataset['at']) + (node.nodeType === Node.TEXT_NODE ? offset : 0);
  // Between two pieces: a triple click ends there.
  const next = node.childNodes[offset];
  const first =
    next instanceof Element ? (next.matches('[data-at]') ? next : next.querySelector('[data-at]')) : null;
  return first instanceof HTMLElement ? Number(first.dataset['at']) : null;
}

const documentOf = (node: Node): string | null => {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-document]')?.dataset['document'] ?? null;
};

function selected(root: HTMLElement, texts: ReadonlyMap<string, string>): SideSelection | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const documentId = documentOf(range.startContainer);
  const text = documentId === null ? undefined : texts.get(documentId);
  const start = offsetAt(range.startContainer, range.startOffset);
  if (documentId === null || text === undefined || start === null) return null;
  const same = documentOf(range.endContainer) === documentId;
  const end = same ? offsetAt(range.endContainer, range.endOffset) : null;
  const span = trimSpan(text, { start, end: end ?? start + selection.toString().length });
  return span && { documentId, ...span };
}

/** What is selected in a view of two texts. */
export function useSideSelection(
  root: RefObject<HTMLElement | null>,
  texts: ReadonlyMap<string, string>,
): SideSelection | null {
  const [held, hold] = useState<SideSelection | null>(null);
  useEffect(() => {
    const change = (): void => {
      if (root.current) hold(selected(root.current, texts));
    };
    document.addEventListener('selectionchange', change);
    return () => document.removeEventListener('selectionchange', change);
  }, [root, texts]);
  return held;
}
