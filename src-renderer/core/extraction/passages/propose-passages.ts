import type { Span } from '../../anchoring/paragraphs.ts';
import type { Voice } from '../../model/ladder.ts';
import type { Article } from '../article.ts';
import { NARRATION, type ProposedPassage, type ProposedQuote } from '../proposal.ts';
import { overlap } from '../span.ts';
import { doubtfulStretches } from './doubtful.ts';

/** How an act of saying speaks in the document. */
export function voiceOf({ speakers }: Article, { speaker, candidates, direct, doubt }: ProposedQuote): Voice {
  if (speaker === null && (candidates.length > 0 || doubt?.kind !== 'nobody is named')) return 'unclear';
  if (speaker !== null && speakers[speaker]?.kind === 'document') return 'document';
  if (speaker === null && direct) return 'unclear';
  return direct ? 'direct' : 'indirect';
}

/** Joins the parts of one act of saying that nothing but its tag or a line end parts. */
const startOf = ({ span }: ProposedPassage): number => span.start;

/**
 * The stretches of an article that somebody else than the article speaks in, in reading order and
 * without overlaps; where it is not certain who speaks, `unclear` with the candidates and why.
 */
export function proposePassages(article: Article, quotes: readonly ProposedQuote[]): ProposedPassage[] {
  const spoken = quotes.flatMap(({ content }) => content).sort((a, b) => a.start - b.start);
  const doubtful = doubtfulStretches(article, spoken);
  const byStart = new Map<number, number>();
  quotes.forEach(({ content }, index) => {
    for (const { start } of content) if (!byStart.has(start)) byStart.set(start, index);
  });
  const passages: ProposedPassage[] = [];
  for (const { span, quotation, doubt } of doubtful) {
    const first = article.quotations[quotation]?.content[0]?.start ?? -1;
    const quote = byStart.get(first) ?? null;
    const by = quote === null ? undefined : quotes[quote];
    const candidates = by?.speaker === null || by === undefined ? [...(by?.candidates ?? [])] : [by.speaker];
    passages.push({
      span,
      voice: 'unclear',
      speaker: null,
      candidates: [...candidates, NARRATION],
      doubt,
      quote,
    });
  }
  const runOn = new Set(doubtful.map(({ span }) => span.start));
  quotes.forEach((quote, index) => {
    const { speaker, candidates, doubt } = quote;
    const voice = voiceOf(article, quote);
    for (const span of quote.content) {
      if (runOn.has(span.start)) continue;
      passages.push({ span, voice, speaker, candidates, doubt, quote: index });
    }
  });
  return apart(passages.sort((a, b) => startOf(a) - startOf(b) || b.span.end - a.span.end));
}

/** Of passages that overlap, the first stands whole; speech reported inside it belongs to its ladder. */
function apart(passages: readonly ProposedPassage[]): ProposedPassage[] {
  const kept: ProposedPassage[] = [];
  for (const passage of passages) {
    const last = kept.at(-1);
    if (!last || !overlap(last.span, passage.span)) kept.push(passage);
  }
  return kept;
}

/** The passage that a span begins in, by binary search; null in the narration. */
export function passageAt(passages: readonly ProposedPassage[], { start }: Span): ProposedPassage | null {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.span.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = passages[low];
  return found && found.span.start <= start ? found : null;
}
