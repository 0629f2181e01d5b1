import type { Span } from './paragraphs.ts';

/** Spans in order of their starts, those that overlap or touch made one. */
export function mergeSpans(spans: Iterable<Span>): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

/**
 * The sentences nobody has looked at yet: those that share no character with anything in `seen`
 * (anchors of claims, skipped ones included). Sentences come in order, as `sentencesOf` gives them.
 */
export function unseenSentences(sentences: readonly Span[], seen: Iterable<Span>): Span[] {
  const looked = mergeSpans(seen);
  let at = 0;
  return sentences.filter(({ start, end }) => {
    while ((looked[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    const next = looked[at];
    return !next || next.start >= end;
  });
}
