import type { Span } from '../../anchoring/paragraphs.ts';
import type { Quotation } from '../quotes/quotation.ts';
import { overlap } from '../span.ts';
import type { Frame } from './frame.ts';

/**
 * The words that a frame reports, in reading order: of quotations what stands between their marks,
 * over all their paragraphs; of reported speech the words themselves.
 */
export function saidIn(frame: Frame, quotations: readonly Quotation[]): Span[] {
  const own = frame.quotations.flatMap((index) => quotations[index] ?? []);
  if (frame.direct) return own.flatMap(({ content }) => content);
  const last = frame.content.at(-1);
  // A quotation at the end of reported speech may go on in the next paragraph.
  const later = own.flatMap(({ content }) => content.filter((span) => last && span.start >= last.end));
  return [...frame.content, ...later].filter(
    (span, at, all) => !all.slice(0, at).some((before) => overlap(before, span)),
  );
}
