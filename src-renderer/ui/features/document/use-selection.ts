import { type RefObject, useEffect } from 'react';
import { type Span, trimSpan } from '#core/anchoring/paragraphs.ts';
import { useView } from '#renderer/state/view-store.ts';
import { offsetOf } from './dom-offsets.ts';

/** Selects words of a document, or nothing; what was open beside other words closes. */
export function selectWords(documentId: string, span: Span | null): void {
  const { selection } = useView.getState();
  const same =
    span &&
    selection?.documentId === documentId &&
    selection.start === span.start &&
    selection.end === span.end;
  if (same || (!span && !selection)) return;
  useView.setState({ selection: span && { documentId, start: span.start, end: span.end }, tool: 'none' });
}

/** The words the browser has selected in the article, or null. */
function selectedIn(root: HTMLElement, text: string): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  if (!root.contains(startContainer) && !root.contains(endContainer)) return null;
  const start = offsetOf(root, startContainer, startOffset);
  const end = offsetOf(root, endContainer, endOffset);
  return start === null || end === null ? null : trimSpan(text, { start, end });
}

/** Takes over what is selected with mouse or keys, once the button is up. */
export function useSelection(root: RefObject<HTMLElement | null>, documentId: string, text: string): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    let dragging = false;
    const take = (): void => {
      const span = selectedIn(element, text);
      if (span) selectWords(documentId, span);
    };
    const down = (event: PointerEvent): void => {
      dragging = event.button === 0 && element.contains(event.target as Node | null);
      if (dragging && !event.shiftKey) selectWords(documentId, null);
    };
    const up = (): void => {
      if (!dragging) return;
      dragging = false;
      take();
    };
    const change = (): void => {
      if (!dragging) take();
    };
    document.addEventListener('pointerdown', down);
    document.addEventListener('pointerup', up);
    document.addEventListener('selectionchange', change);
    return () => {
      document.removeEventListener('pointerdown', down);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('selectionchange', change);
    };
  }, [root, documentId, text]);
}
