import { type Anchor, CONTEXT_LENGTH } from '../model/anchor.ts';

/** The last characters of what stands before an anchor; never half of a surrogate pair. */
export const contextBefore = (text: string): string =>
  text.slice(-CONTEXT_LENGTH).replace(/^[\udc00-\udfff]/, '');

/** The first characters of what stands after an anchor; never half of a surrogate pair. */
export const contextAfter = (text: string): string =>
  text.slice(0, CONTEXT_LENGTH).replace(/[\ud800-\udbff]$/, '');

/** The anchor of `text.slice(start, end)`. Throws RangeError for an empty or outside span. */
export function makeAnchor(documentId: string, text: string, start: number, end: number): Anchor {
  if (!(0 <= start && start < end && end <= text.length)) {
    throw new RangeError(`No words between ${start} and ${end} in a text of ${text.length}.`);
  }
  return {
    documentId,
    start,
    end,
    exact: text.slice(start, end),
    prefix: contextBefore(text.slice(Math.max(0, start - CONTEXT_LENGTH), start)),
    suffix: contextAfter(text.slice(end, end + CONTEXT_LENGTH)),
  };
}

/** Whether the anchor's words still stand exactly where it says. */
export const anchorFits = (anchor: Anchor, text: string): boolean =>
  anchor.exact.length === anchor.end - anchor.start && text.slice(anchor.start, anchor.end) === anchor.exact;
