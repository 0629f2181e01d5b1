/** A stretch of text, `end` exclusive (UTF-16 offsets). */
export type Span = { readonly start: number; readonly end: number };

/** One line of a document without its line end. A gap holds nothing or white space alone. */
export type Paragraph = Span & { readonly gap: boolean };

const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

/**
 * The paragraphs of a text, in order: it is split at its line ends (CRLF, LF, CR and the Unicode
 * separators), which belong to no paragraph. What stands between two paragraphs is one line end,
 * so the text can be put together again exactly.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const add = (start: number, end: number) => {
    paragraphs.push({ start, end, gap: text.slice(start, end).trim() === '' });
  };
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(LINE_END)) {
    add(start, index);
    start = index + lineEnd.length;
  }
  add(start, text.length);
  return paragraphs;
}

/**
 * Index of the last of these spans (side by side, in order) that starts at or before `offset`: the
 * one it stands in, or the one whose line end it is. -1 before the first.
 */
export function spanAt(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Joiners and direction marks are no white space: letters and quoted words need them. */
const BLANK = /[\s\u200b]/;

/** Whether a cut before `at` would part the two halves of a character. */
const partsCharacter = (text: string, at: number) =>
  at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/**
 * The span without surrounding white space, widened to whole characters where it cut one in two,
 * and kept within the text; it may be given backwards. Null when it holds nothing but white space.
 */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const within = (offset: number) => Math.min(Math.max(Math.trunc(offset) || 0, 0), text.length);
  let [from, to] = [within(Math.min(start, end)), within(Math.max(start, end))];
  while (from < to && BLANK.test(text[from] ?? '')) from += 1;
  while (to > from && BLANK.test(text[to - 1] ?? '')) to -= 1;
  if (from === to) return null;
  if (partsCharacter(text, from)) from -= 1;
  if (partsCharacter(text, to)) to += 1;
  return { start: from, end: to };
}
