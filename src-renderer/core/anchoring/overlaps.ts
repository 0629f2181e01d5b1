import type { Span } from './paragraphs.ts';

/** A stretch that a fixed set of things covers, in the order they were given. */
export type Layer<T> = Span & { readonly on: readonly T[] };

/**
 * Cuts overlapping spans into stretches side by side, each with everything that covers it: what a
 * highlighter paints and what a click on the words means. Uncovered text is left out.
 */
export function layersOf<T extends Span>(spans: readonly T[]): Layer<T>[] {
  const held = spans.filter(({ start, end }) => start < end);
  const opening = held.map((span, order) => ({ span, order })).sort((a, b) => a.span.start - b.span.start);
  const cuts = [...new Set(held.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const layers: Layer<T>[] = [];
  let open: typeof opening = [];
  let next = 0;
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1];
    if (end === undefined) break;
    open = open.filter(({ span }) => span.end > start);
    for (let one = opening[next]; one && one.span.start === start; one = opening[next]) {
      open.push(one);
      next += 1;
    }
    if (open.length === 0) continue;
    const on = [...open].sort((a, b) => a.order - b.order).map(({ span }) => span);
    layers.push({ start, end, on });
  }
  return layers;
}

/** Everything that covers the character at `offset`, the narrowest first. */
export const coveringAt = <T extends Span>(spans: readonly T[], offset: number): T[] =>
  spans
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
