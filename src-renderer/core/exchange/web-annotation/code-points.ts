/**
 * Code points before each of the UTF-16 `offsets` of a text. W3C Web Annotation Data Model, 4.2.5:
 * positions count Unicode code points, not code units. The text is walked once.
 */
export function codePointsBefore(text: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const points = new Map<number, number>();
  let at = 0;
  let count = 0;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    while (at < offset && at < text.length) {
      const code = text.codePointAt(at) ?? 0;
      at += code > 0xffff ? 2 : 1;
      count += 1;
    }
    points.set(offset, count);
  }
  return points;
}
