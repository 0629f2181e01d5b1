import { contextAfter, contextBefore } from '#core/anchoring/make-anchor.ts';
import type { Anchor } from '#core/model/anchor.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Refusal } from '#core/ports/command.ts';
import { refuse } from './refuse.ts';

/** A refusal when the anchor cannot stand in its document or cuts a character in two, else null. */
export function checkAnchor(state: CaseState, anchor: Anchor): Refusal | null {
  const document = state.document.get(anchor.documentId);
  if (!document) return refuse('not-found', { entity: 'document' });
  const { start, end, exact } = anchor;
  const whole = Number.isInteger(start) && Number.isInteger(end) && !/\p{Cs}/u.test(exact);
  const fits = whole && 0 <= start && start < end && end <= document.length && exact.length === end - start;
  return fits ? null : refuse('anchor-bad');
}

/** Whether both anchors stand on the very same words. */
export const sameSpan = (a: Anchor, b: Anchor): boolean =>
  a.documentId === b.documentId && a.start === b.start && a.end === b.end;

/** The anchors, each span once. */
export const distinctSpans = (anchors: readonly Anchor[]): Anchor[] =>
  anchors.filter((anchor, at) => anchors.findIndex((other) => sameSpan(anchor, other)) === at);

/** The anchor of the words from `from` to `to` (offsets into `anchor.exact`) alone. */
export function narrow(anchor: Anchor, from: number, to: number): Anchor {
  const before = anchor.prefix + anchor.exact.slice(0, from);
  const after = anchor.exact.slice(to) + anchor.suffix;
  return {
    documentId: anchor.documentId,
    start: anchor.start + from,
    end: anchor.start + to,
    exact: anchor.exact.slice(from, to),
    prefix: contextBefore(before),
    suffix: contextAfter(after),
  };
}
