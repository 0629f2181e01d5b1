import type { Span } from '../anchoring/paragraphs.ts';

/** Things of a text by where they stand. */
export type Placed<T> = { readonly span: Span; readonly item: T };

/**
 * Finds what overlaps a span among things in order of their starts. `reach` says how many of the
 * ones before may still reach into it: without a bound, finding would take as long as the text.
 */
export class Lookup<T> {
  private readonly placed: readonly Placed<T>[];
  private readonly reach: number;

  constructor(placed: readonly Placed<T>[], reach = 16) {
    this.placed = [...placed].sort((a, b) => a.span.start - b.span.start);
    this.reach = reach;
  }

  /** What shares a character with the span, in order; each thing once. */
  overlapping({ start, end }: Span): T[] {
    let [low, high] = [0, this.placed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.placed[middle]?.span.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    const found = new Set<T>();
    let first = Math.max(0, low - this.reach);
    while (first > 0 && (this.placed[first - 1]?.span.start ?? -1) >= start) first -= 1;
    for (let at = first; at < low; at += 1) {
      const here = this.placed[at];
      if (here && here.span.end > start) found.add(here.item);
    }
    return [...found];
  }
}
