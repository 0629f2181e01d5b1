import type { Span } from '../anchoring/paragraphs.ts';

/** Whether two spans share a character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `inner` lies within `outer` whole. */
export const within = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/** The smallest span around both. */
export const around = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});

/** A span as it is written in JSON lines: `[start, end]`, UTF-16 offsets, end exclusive. */
export const asPair = ({ start, end }: Span): [number, number] => [start, end];
