import type { Span } from '#core/anchoring/paragraphs.ts';
import { propose } from '#core/extraction/propose.ts';

/** What an article's acts of saying are, in words: who, what, and whether it is quoted throughout. */
export function sayingsIn(
  text: string,
): { who: string | null; role: string | null; said: string; direct: boolean; repaired: boolean }[] {
  const { quotes, speakers } = propose(text);
  return quotes.map(({ speaker, role, content, direct, repairs }) => ({
    who: speaker === null ? null : (speakers[speaker]?.name ?? null),
    role,
    said: wordsOf(text, content),
    direct,
    repaired: repairs.length > 0,
  }));
}

/** The words at these spans, parts joined by ` … `. */
export const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
