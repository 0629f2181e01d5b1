import { sentencesIn, type Span, spanAt } from '#core/anchoring/paragraphs.ts';
import type { Voice } from '#core/model/ladder.ts';
import type { Item } from '#core/model/item.ts';
import type { Beside } from './article-text.tsx';

type Marked = { refs: string[]; voices: string[]; bar: Beside['bar']; covered: Span[] };

/** How many references stand beside one paragraph before they are cut to a count. */
const MOST_REFS = 5;

function refsText(refs: readonly string[]): string {
  if (refs.length <= MOST_REFS) return refs.join('\n');
  return [...refs.slice(0, MOST_REFS - 1), `+${refs.length - MOST_REFS + 1}`].join('\n');
}

const isCovered = ({ start, end }: Span, covered: readonly Span[]): boolean =>
  covered.some((span) => span.start < end && start < span.end);

/**
 * What stands beside each paragraph: claims and voices that start there, the bar of its voice, and
 * whether a sentence of it is in no claim yet (what is skipped is a claim too).
 */
export function besideParagraphs(
  documentId: string,
  text: string,
  paragraphs: readonly Span[],
  claims: Iterable<Item<'claim'>>,
  passages: Iterable<Item<'passage'>>,
  voiceText: (passage: Item<'passage'>) => string,
): Beside[] {
  const marked = paragraphs.map((): Marked => ({ refs: [], voices: [], bar: 'none', covered: [] }));
  for (const { ref, anchors, mergedInto } of claims) {
    if (mergedInto !== null) continue;
    for (const { documentId: id, start, end } of anchors) {
      if (id !== documentId) continue;
      const first = spanAt(paragraphs, start);
      const last = spanAt(paragraphs, end - 1);
      marked[first]?.refs.push(ref);
      for (let at = first; at >= 0 && at <= last; at++) marked[at]?.covered.push({ start, end });
    }
  }
  const bars = new Map<number, number>();
  for (const passage of passages) {
    const { documentId: id, start, end } = passage.anchor;
    if (id !== documentId) continue;
    const first = spanAt(paragraphs, start);
    marked[first]?.voices.push(voiceText(passage));
    for (let at = first; at >= 0 && at < paragraphs.length; at++) {
      const span = paragraphs[at];
      if (!span || span.start >= end) break;
      const share = Math.min(end, span.end) - Math.max(start, span.start);
      if (share <= (bars.get(at) ?? 0)) continue;
      bars.set(at, share);
      const held = marked[at];
      const voice: Voice = passage.voice;
      if (held) held.bar = voice;
    }
  }
  return marked.map(({ refs, voices, bar, covered }, index) => {
    const span = paragraphs[index];
    const unseen = span !== undefined && sentencesIn(text, span).some((sentence) => !isCovered(sentence, covered));
    return { refs: refsText(refs), voice: voices.join(' · '), bar, unseen };
  });
}
