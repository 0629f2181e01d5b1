import { paragraphsOf, type Span } from '../../anchoring/paragraphs.ts';
import { shadowOf } from '../shadow.ts';
import { sentencesOf as sentencesOfShadow } from './sentence-ends.ts';

/**
 * The sentences of one paragraph of a text, in order, without the white space around them: the same
 * that the engine proposes claims from, so that coverage, keys and proposals never part.
 */
export const sentencesIn = (text: string, { start, end }: Span): Span[] =>
  sentencesOfShadow(shadowOf(text.slice(start, end))).map((span) => ({
    start: start + span.start,
    end: start + span.end,
  }));

/** The sentences of a text, in order; none reaches from one paragraph into the next. */
export const sentencesOf = (text: string): Span[] =>
  paragraphsOf(text).flatMap((paragraph) => (paragraph.gap ? [] : sentencesIn(text, paragraph)));
