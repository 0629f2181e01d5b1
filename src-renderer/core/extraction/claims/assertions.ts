import type { Span } from '../../anchoring/paragraphs.ts';
import { deniesIt } from '../frames/denies.ts';
import type { ProposedQuote } from '../proposal.ts';
import { around, overlap } from '../span.ts';
import { isFragment } from './fragment.ts';

/** One assertion before it is worded: where it stands and who makes it. */
export type Assertion = { readonly spans: readonly Span[]; readonly quote: ProposedQuote | null };

const FEW_WORDS = 4;

const common = (a: Span, b: Span): Span | null => {
  const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
  return end > start ? { start, end } : null;
};

/** A stretch that somebody says, with the act of saying it is part of. */
export type Said = { readonly quote: ProposedQuote; readonly span: Span };

/** The assertions of one sentence: one for each act of saying in it, else the sentence itself. */
export function assertionsIn(shadow: string, sentence: Span, said: readonly Said[]): Assertion[] {
  const byQuote = new Map<ProposedQuote, Span[]>();
  for (const { quote, span } of said) {
    const spans = byQuote.get(quote) ?? [];
    const here = common(span, sentence);
    if (here) spans.push(here);
    byQuote.set(quote, spans);
  }
  const found = [...byQuote].flatMap(([quote, spans]): Assertion[] => {
    const words = spans.map(({ start, end }) => shadow.slice(start, end)).join(' ');
    if (words.split(/\s+/).length < FEW_WORDS) return [];
    return [{ spans, quote }];
  });
  // Before they are read for their verbs, and again where they have grown over each other.
  const whole = lessDeep(found).map((assertion) => wholeAct(shadow, sentence, assertion) ?? assertion);
  if (whole.length > 0) return lessDeep(whole);
  const quote = said[0]?.quote ?? null;
  if (quote?.direct && wordsAround(shadow, sentence, [...byQuote.keys()]) < FEW_WORDS) return [];
  // “He called it “a lie”.”: the words quoted are no assertion without those around them.
  return [{ spans: [sentence], quote }];
}

/**
 * “The company denied that the doors were locked”: what the article states is the denial, with the words
 * of the verb and whoever it is; “the doors were locked” is what nobody says. So do words without a verb
 * need it: she called | for an inquiry. Null where what is said stands by itself.
 */
function wholeAct(shadow: string, sentence: Span, { quote, spans }: Assertion): Assertion | null {
  if (!quote) return null;
  const { cue, source, content, direct } = quote;
  const [first] = spans;
  if (!cue || !first) return null;
  const denied = deniesIt(shadow, cue);
  if (!denied && (direct || spans.length > 1 || !isFragment(shadow, first))) return null;
  const whole = [...(source ? [source] : []), ...content].reduce(around, cue);
  const span = common(whole, sentence);
  return span && { spans: [span], quote: denied ? null : quote };
}

/** How many words of a sentence are neither said nor name who says it and how. */
function wordsAround(shadow: string, sentence: Span, quotes: readonly ProposedQuote[]): number {
  const covered = quotes
    .flatMap(({ content, cue, source }) => [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])])
    .sort((a, b) => a.start - b.start);
  let words = '';
  let from = sentence.start;
  for (const { start, end } of covered) {
    if (start > from) words += ` ${shadow.slice(from, Math.min(start, sentence.end))}`;
    from = Math.max(from, end);
  }
  if (from < sentence.end) words += ` ${shadow.slice(from, sentence.end)}`;
  return words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** Acts of saying that may stand within each other; what lies deeper is no prose. */
const DEEPEST = 4;

/** Assertions without those that would say the same words once more than people do: each costs a reading of them. */
function lessDeep(assertions: readonly Assertion[]): Assertion[] {
  const kept: Assertion[] = [];
  for (const assertion of assertions) {
    const over = kept
      .slice(-2 * DEEPEST)
      .filter(({ spans }) => spans.some((span) => assertion.spans.some((other) => overlap(span, other))));
    const same = over.some(
      ({ spans }) =>
        spans[0]?.start === assertion.spans[0]?.start && spans.at(-1)?.end === assertion.spans.at(-1)?.end,
    );
    if (over.length < DEEPEST && !same) kept.push(assertion);
  }
  return kept;
}
