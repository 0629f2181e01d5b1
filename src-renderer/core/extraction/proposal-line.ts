import type { Span } from '../anchoring/paragraphs.ts';
import type { Proposal, ProposedQuote } from './proposal.ts';
import { asPair } from './span.ts';
import { reasonInWords } from './worth/reason-words.ts';

type Pair = [number, number];
type SpeakerLine = { readonly name: string; readonly role: string | null };

/** A proposal as one JSON line (`propose --jsonl`); spans are `[start, end]`, UTF-16 offsets, end exclusive. */
export type ProposalLine = {
  readonly id: string;
  readonly quotes: readonly {
    readonly content: readonly Pair[];
    readonly cue: Pair | null;
    readonly source: Pair | null;
    readonly speaker: SpeakerLine | null;
    readonly direct: boolean;
    readonly repaired: boolean;
  }[];
  readonly proposals: readonly {
    readonly spans: readonly Pair[];
    readonly statement: string;
    readonly speaker: SpeakerLine | null;
    readonly score: number;
    readonly reasons: readonly string[];
    /** What in it can be checked: people and organisations named; dates with their value in EDTF, places, sums, quantities. */
    readonly details: readonly {
      readonly kind: string;
      readonly span: Pair;
      readonly text: string;
      readonly value?: string | null;
    }[];
  }[];
  readonly sentences: readonly Pair[];
};

const pair = (span: Span | null): Pair | null => span && asPair(span);

/** The line of one article; `id` is the caller's, `text` the article. */
export function proposalLine(
  id: string,
  text: string,
  { speakers, quotes, claims, sentences }: Proposal,
): ProposalLine {
  const speakerAt = (index: number | null, role: string | null): SpeakerLine | null => {
    const speaker = index === null ? undefined : speakers[index];
    return speaker ? { name: speaker.name, role: role ?? speaker.role } : null;
  };
  const quoteLine = ({ content, cue, source, speaker, role, direct, repairs }: ProposedQuote) => ({
    content: content.map(asPair),
    cue: pair(cue),
    source: pair(source),
    speaker: speakerAt(speaker, role),
    direct,
    repaired: repairs.length > 0,
  });
  return {
    id,
    quotes: quotes.map(quoteLine),
    proposals: claims.map(({ spans, statement, speaker, score, reasons, parties, details }) => ({
      spans: spans.map(asPair),
      statement,
      speaker: speakerAt(speaker, null),
      score,
      reasons: reasons.map((reason) => reasonInWords(reason, text)),
      details: [
        ...parties.flatMap(({ kind, span }) => (span ? [{ kind, ...span }] : [])),
        ...details.map(({ kind, start, end, value }) => ({ kind, start, end, value })),
      ]
        .sort((a, b) => a.start - b.start)
        .map(({ start, end, ...rest }) => ({
          ...rest,
          span: asPair({ start, end }),
          text: text.slice(start, end),
        })),
    })),
    sentences: sentences.map(asPair),
  };
}
