import { useEffect, useMemo, useState } from 'react';
import type { Span } from '#core/anchoring/paragraphs.ts';
import { sentencesIn } from '#core/extraction/sentences/sentences.ts';
import { pause } from '#core/pause.ts';
import type { Chunk, ShownParagraph } from './chunks.ts';

/** Texts up to this length are split at once: that takes some 20 ms, with the first drawing of the text. */
const AT_ONCE = 200_000;
const SLICE_MS = 20;

const held = new WeakMap<ShownParagraph, readonly Span[]>();

/** The sentences of a paragraph, found once: finding them costs more than all the rest of it. */
export function sentencesOfParagraph(text: string, paragraph: ShownParagraph): readonly Span[] {
  const sentences = held.get(paragraph) ?? sentencesIn(text, paragraph);
  held.set(paragraph, sentences);
  return sentences;
}

/** Headings say what comes; hardly any of them says what is. */
const readable = (chunks: readonly Chunk[]): ShownParagraph[] =>
  chunks.flatMap(({ paragraphs }) => paragraphs.filter(({ heading }) => !heading));

/** The sentences of a text in order; null while those of a long one are being found, in slices. */
export function useSentences(text: string, chunks: readonly Chunk[]): readonly Span[] | null {
  const short = text.length <= AT_ONCE;
  const now = useMemo(
    () => (short ? readable(chunks).flatMap((paragraph) => sentencesOfParagraph(text, paragraph)) : null),
    [short, text, chunks],
  );
  const [later, setLater] = useState<{ readonly chunks: readonly Chunk[]; readonly found: Span[] } | null>(
    null,
  );
  useEffect(() => {
    let stopped = false;
    const find = async (): Promise<void> => {
      const found: (readonly Span[])[] = [];
      let since = performance.now();
      for (const paragraph of readable(chunks)) {
        found.push(sentencesOfParagraph(text, paragraph));
        if (performance.now() - since < SLICE_MS) continue;
        await pause();
        if (stopped) return;
        since = performance.now();
      }
      setLater({ chunks, found: found.flat() });
    };
    if (!short) void find();
    return () => {
      stopped = true;
    };
  }, [short, text, chunks]);
  return now ?? (later?.chunks === chunks ? later.found : null);
}
