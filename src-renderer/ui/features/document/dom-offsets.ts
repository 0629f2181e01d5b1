import type { Span } from '#core/anchoring/paragraphs.ts';
import { type Chunk, spanIndexAt } from './chunks.ts';

const PARAGRAPH = '[data-start]';

/** Offset into the document where a paragraph's element starts. */
export const startOf = (paragraph: HTMLElement): number => Number(paragraph.dataset['start']);

const paragraphAround = (node: Node): HTMLElement | null => {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element?.closest<HTMLElement>(PARAGRAPH) ?? null;
};

/** The first paragraph after a boundary that stands in none. */
function paragraphAfter(root: HTMLElement, node: Node, offset: number): HTMLElement | null {
  const boundary = document.createRange();
  boundary.setStart(node, offset);
  for (const paragraph of root.querySelectorAll<HTMLElement>(PARAGRAPH)) {
    if (boundary.comparePoint(paragraph, 0) >= 0) return paragraph;
  }
  return null;
}

/**
 * The offset into the document's text of a boundary in its DOM. A boundary between paragraphs
 * (a triple click ends there) counts as the start of the one after it.
 */
export function offsetOf(root: HTMLElement, node: Node, offset: number): number | null {
  const paragraph = paragraphAround(node);
  if (paragraph && root.contains(paragraph)) {
    if (node.nodeType === Node.TEXT_NODE) return startOf(paragraph) + offset;
    return startOf(paragraph) + (offset === 0 ? 0 : (paragraph.textContent ?? '').length);
  }
  const next = paragraphAfter(root, node, offset);
  if (next) return startOf(next);
  const last = [...root.querySelectorAll<HTMLElement>(PARAGRAPH)].at(-1);
  return last ? startOf(last) + (last.textContent ?? '').length : null;
}

/** The parts of a span that are on the screen, one range a paragraph (each one text node). */
export function rangesOf(root: ParentNode, paragraphs: readonly Span[], { start, end }: Span): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (let at = spanIndexAt(paragraphs, start); at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph || paragraph.start >= end) break;
    const node = root.querySelector(`[data-start="${paragraph.start}"]`)?.firstChild;
    const from = Math.max(start, paragraph.start) - paragraph.start;
    const to = Math.min(end, paragraph.end) - paragraph.start;
    if (!node || from >= to) continue;
    ranges.push(
      new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }),
    );
  }
  return ranges;
}

/** A live range over the same words as a static one, to measure it. */
export function measured({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

type Caret = { readonly node: Node; readonly offset: number };

function caretAt(x: number, y: number): Caret | null {
  // Chromium 114 has the older of the two only.
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

const inside = (rect: DOMRect, x: number, y: number): boolean =>
  rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom;

/** The offset of the character under a point of the screen; null beside the words. */
export function characterAt(root: HTMLElement, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  if (!caret || caret.node.nodeType !== Node.TEXT_NODE) return null;
  const paragraph = paragraphAround(caret.node);
  if (!paragraph || !root.contains(paragraph)) return null;
  const length = caret.node.textContent?.length ?? 0;
  // The caret stands between two characters: which of them is under the point?
  for (const at of [caret.offset, caret.offset - 1]) {
    if (at < 0 || at >= length) continue;
    const range = document.createRange();
    range.setStart(caret.node, at);
    range.setEnd(caret.node, at + 1);
    if ([...range.getClientRects()].some((rect) => inside(rect, x, y))) return startOf(paragraph) + at;
  }
  return null;
}

/** All paragraphs of the chunks, in order. */
export const paragraphsIn = (chunks: readonly Chunk[]): readonly Span[] =>
  chunks.flatMap(({ paragraphs }) => paragraphs);
