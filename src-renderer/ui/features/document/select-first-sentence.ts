import type { Span } from '#core/anchoring/paragraphs.ts';
import { sentencesIn } from '#core/extraction/sentences/sentences.ts';
import { chunksOf } from './chunks.ts';

/**
 * The first sentence of a text that may be a claim, so that "N makes a claim" can be tried at once:
 * past the title and other headings where there are any. Null for a text without words.
 */
export function firstSentence(text: string, title: string): Span | null {
  const paragraphs = chunksOf(text.slice(0, 20_000)).flatMap((chunk) => chunk.paragraphs);
  const isTitle = ({ start, end }: Span): boolean => text.slice(start, end).trim() === title.trim();
  const paragraph =
    paragraphs.find((held) => !held.heading && !isTitle(held)) ??
    paragraphs.find((held) => !isTitle(held)) ??
    paragraphs[0];
  return (paragraph && sentencesIn(text, paragraph)[0]) ?? null;
}
