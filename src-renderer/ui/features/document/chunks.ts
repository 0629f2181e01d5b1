import { paragraphsOf, type Span } from '#core/anchoring/paragraphs.ts';

/** A paragraph as it is shown. */
export type ShownParagraph = Span & { readonly heading: boolean; readonly spaced: boolean };

/** Paragraphs that are put on the screen together. */
export type Chunk = Span & { readonly index: number; readonly paragraphs: readonly ShownParagraph[] };

const MOST_PARAGRAPHS = 30;
const MOST_CHARACTERS = 12_000;
const LONGEST_HEADING = 90;

/** Short and without the end of a sentence: set in bold, for the eye alone. */
const isHeading = (line: string): boolean =>
  line.length <= LONGEST_HEADING && /[^\s.!,;…”"’'»)\]]$/u.test(line.trimEnd());

/** The text in chunks small enough that putting one on the screen is not felt. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let held: ShownParagraph[] = [];
  const close = (): void => {
    const [first] = held;
    const last = held.at(-1);
    if (first && last)
      chunks.push({ index: chunks.length, start: first.start, end: last.end, paragraphs: held });
    held = [];
  };
  let spaced = false;
  for (const { start, end, gap } of paragraphsOf(text)) {
    if (gap) {
      spaced = true;
      continue;
    }
    const heading = end - start <= LONGEST_HEADING && isHeading(text.slice(start, end));
    held.push({ start, end, heading, spaced });
    spaced = false;
    const length = end - (held[0]?.start ?? end);
    if (held.length >= MOST_PARAGRAPHS || length >= MOST_CHARACTERS) close();
  }
  close();
  return chunks;
}

/** The item of a sorted list of spans that holds the offset, or the first after it. */
export function spanIndexAt(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LINE = 24;
const PER_LINE = 58;

/** How high a paragraph will be, roughly: the scroll bar is near the truth before it is drawn. */
export const estimatedHeight = ({ start, end }: Span): number =>
  Math.ceil((end - start) / PER_LINE) * LINE + 11;
