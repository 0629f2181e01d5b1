import type { Span } from '../../anchoring/paragraphs.ts';
import type { Article } from '../article.ts';
import type { Quotation } from '../quotes/quotation.ts';
import type { Doubt } from '../speakers/speaker.ts';

/** A stretch behind a quotation whose end is not certain: it may still be the speaker's. */
export type Doubtful = {
  readonly span: Span;
  /** Position of the quotation. */
  readonly quotation: number;
  readonly doubt: Doubt;
};

const MAY_GO_ON: Doubt = { kind: 'the quotation may go on', words: [] };
const NEVER_CLOSED: Doubt = { kind: 'the quotation is never closed', words: [] };

/** Paragraphs without anyone speaking that a doubt may reach into. */
const FARTHEST = 2;

/** A heading: a line without a full stop, or one that ends in a colon. */
const isHeading = (shadow: string, { start, end }: Span): boolean =>
  !/[.!?…"']$/.test(shadow.slice(start, end));

const closesUnsurely = ({ repairs }: Quotation): boolean =>
  repairs.some(({ kind }) => kind === 'one mark closes two' || kind === 'stray mark');

/** The content parts that a quotation runs on into without being opened again there. */
function runOn({ content, repairs }: Quotation): Span[] {
  const first = repairs.find(({ kind }) => kind === 'runs into the next paragraph');
  return first ? content.filter(({ start }) => start >= first.at - 1) : [];
}

/**
 * The stretches of an article of which it is not certain whether the one quoted before still speaks:
 * paragraphs into which an unclosed quotation runs, and what follows a quotation closed by a mark
 * that may have been meant for a name inside it. `voices`: where anybody speaks for certain.
 */
export function doubtfulStretches(
  { shadow, blocks, quotations }: Article,
  spoken: readonly Span[],
): Doubtful[] {
  const found: Doubtful[] = [];
  let block = 0;
  let next = 0;
  quotations.forEach((quotation, index) => {
    for (const span of runOn(quotation)) found.push({ span, quotation: index, doubt: NEVER_CLOSED });
    if (!closesUnsurely(quotation)) return;
    const { end } = quotation.span;
    while ((blocks[block]?.end ?? Number.POSITIVE_INFINITY) < end) block += 1;
    while ((spoken[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    const limit = spoken[next]?.start ?? Number.POSITIVE_INFINITY;
    for (let at = block; at <= block + FARTHEST - 1; at += 1) {
      const here = blocks[at];
      if (!here || here.start >= limit || (at > block && isHeading(shadow, here))) break;
      if (at > block && limit < here.end) break;
      const span = afterStops(shadow, Math.max(here.start, end), Math.min(here.end, limit));
      if (span) found.push({ span, quotation: index, doubt: MAY_GO_ON });
    }
  });
  return found;
}

/** The stretch without the stops and blanks that end the sentence before it; null where only those are left. */
function afterStops(shadow: string, start: number, end: number): Span | null {
  let from = start;
  while (from < end && /[\s.,;:!?"')]/.test(shadow[from] ?? '')) from += 1;
  let to = end;
  while (to > from && /\s/.test(shadow[to - 1] ?? '')) to -= 1;
  return /[\p{L}\p{N}]/u.test(shadow.slice(from, to)) ? { start: from, end: to } : null;
}
