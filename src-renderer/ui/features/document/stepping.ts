import { type Paragraph, type Span, spanAt, trimSpan } from '#core/anchoring/paragraphs.ts';
import { sentencesIn } from '#core/extraction/sentences/sentences.ts';

/** Choosing words by keyboard: whole sentences first, then word by word at either end. */
export type Step = 'next' | 'previous' | 'start-on' | 'start-back' | 'end-on' | 'end-back';

let words: Intl.Segmenter | null = null;

/** Where words start and end in a paragraph, as offsets into the text. */
function edgesIn(text: string, { start, end }: Span): { readonly starts: number[]; readonly ends: number[] } {
  words ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { index, segment } of words.segment(text.slice(start, end))) {
    if (segment.trim() === '') continue;
    starts.push(start + index);
    ends.push(start + index + segment.length);
  }
  return { starts, ends };
}

function sentenceBeside(
  text: string,
  paragraphs: readonly Span[],
  from: number,
  forward: boolean,
): Span | null {
  const step = forward ? 1 : -1;
  for (let at = Math.max(0, spanAt(paragraphs, from)); paragraphs[at]; at += step) {
    const paragraph = paragraphs[at];
    if (!paragraph) break;
    const sentences = sentencesIn(text, paragraph);
    const found = forward
      ? sentences.find(({ start }) => start >= from)
      : sentences.findLast(({ end }) => end <= from);
    if (found) return found;
  }
  return null;
}

const after = (edges: readonly number[], at: number) => edges.find((edge) => edge > at);
const before = (edges: readonly number[], at: number) => edges.findLast((edge) => edge < at);

/**
 * The selection after one step, or null when there is nothing further that way. Without a
 * selection the steps to a sentence start from `from`.
 */
export function step(
  text: string,
  paragraphs: readonly (Span | Paragraph)[],
  selection: Span | null,
  move: Step,
  from = 0,
): Span | null {
  if (move === 'next') return sentenceBeside(text, paragraphs, selection ? selection.end : from, true);
  if (move === 'previous') return sentenceBeside(text, paragraphs, selection ? selection.start : from, false);
  if (!selection) return null;
  const first = paragraphs[spanAt(paragraphs, selection.start)];
  const last = paragraphs[spanAt(paragraphs, selection.end - 1)];
  if (!first || !last) return null;
  const { start, end } = selection;
  const moved = {
    'start-on': () => ({ start: after(edgesIn(text, first).starts, start) ?? start, end }),
    'start-back': () => ({ start: before(edgesIn(text, first).starts, start) ?? start, end }),
    'end-on': () => ({ start, end: after(edgesIn(text, last).ends, end) ?? end }),
    'end-back': () => ({ start, end: before(edgesIn(text, last).ends, end) ?? end }),
  }[move]();
  return moved.start < moved.end ? trimSpan(text, moved) : null;
}
