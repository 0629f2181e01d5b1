const GLYPHS = /[“”«»]/g;
const SPACE = /[\s([—-]/;

/**
 * Whether a text uses its pointed marks the other way round throughout, ”so“ or »so«: what stands
 * beside them (a space before an opening one, a word after it) says so at least three times as
 * often as not.
 */
export function marksTurned(text: string): boolean {
  let [usual, turned] = [0, 0];
  for (const { index, 0: glyph } of text.matchAll(GLYPHS)) {
    const before = SPACE.test(text[index - 1] ?? ' ');
    const after = SPACE.test(text[index + 1] ?? ' ');
    if (before === after) continue;
    const opens = glyph === '“' || glyph === '«';
    if (opens === before) usual += 1;
    else turned += 1;
  }
  return turned >= 4 && turned > 3 * usual;
}
