import type { Span } from '../../anchoring/paragraphs.ts';
import type { Article } from '../article.ts';
import { saidIn } from '../frames/said.ts';
import type { ProposedQuote } from '../proposal.ts';
import type { Doubt, Resolved } from '../speakers/speaker.ts';

const NOBODY: Doubt = { kind: 'nobody is named', words: [] };

/** Whom a resolution names: somebody, or nobody for certain. */
export function voicedBy(by: Resolved | null): Pick<ProposedQuote, 'speaker' | 'candidates' | 'doubt'> {
  if (by === null) return { speaker: null, candidates: [], doubt: NOBODY };
  if (by.sure) return { speaker: by.speaker, candidates: [], doubt: by.doubt };
  return { speaker: null, candidates: by.candidates, doubt: by.doubt };
}

/** Words of a quotation from which on it may be speech although nobody is named for it. */
const SPOKEN_WORDS = 6;

/** Quotations that read as speech and that no frame speaks for: whose they are is left open. */
function unspoken({ shadow, quotations, voiced }: Article): ProposedQuote[] {
  const taken = new Set(voiced.flatMap(({ frame }) => frame.quotations));
  let heard = -1;
  let last: number | null = null;
  return quotations.flatMap((quotation, index) => {
    for (
      ;
      (voiced[heard + 1]?.frame.content[0]?.start ?? Number.POSITIVE_INFINITY) < quotation.span.start;
      heard += 1
    ) {
      const by = voiced[heard + 1]?.by;
      if (by?.sure) last = by.speaker;
    }
    if (taken.has(index) || quotation.kind !== 'speech') return [];
    const words = quotation.content.map(({ start, end }) => shadow.slice(start, end)).join(' ');
    if ((words.match(/\s/g)?.length ?? 0) + 1 < SPOKEN_WORDS) return [];
    return {
      content: quotation.content,
      cue: null,
      source: null,
      role: null,
      direct: false,
      repairs: quotation.repairs,
      within: null,
      speaker: null,
      candidates: last === null ? [] : [last],
      doubt: NOBODY,
    };
  });
}

const startOf = ({ content }: { readonly content: readonly Span[] }): number => content[0]?.start ?? 0;

/** Every act of saying in an article, in reading order. */
export function proposeQuotes(article: Article): ProposedQuote[] {
  const { text, quotations, voiced } = article;
  const quotes = voiced.flatMap(({ frame, by, described }): ProposedQuote[] => {
    const content = saidIn(frame, quotations);
    if (content.length === 0) return [];
    const role = described?.role.map(({ start, end }) => text.slice(start, end)).join(', ') ?? '';
    return [
      {
        ...voicedBy(by),
        content,
        cue: frame.cue,
        source: frame.source,
        role: role === '' ? null : role,
        direct: frame.direct,
        repairs: frame.quotations.flatMap((index) => quotations[index]?.repairs ?? []),
        within: null,
      },
    ];
  });
  return [...quotes, ...unspoken(article)].sort((a, b) => startOf(a) - startOf(b));
}
