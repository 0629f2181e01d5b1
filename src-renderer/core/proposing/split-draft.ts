import { type Span, trimSpan } from '../anchoring/paragraphs.ts';
import { statementOf } from '../extraction/claims/statement.ts';
import { overlap } from '../extraction/span.ts';
import { type Draft, keyOf } from './draft.ts';

/** Where a single sentence may be parted: behind a semicolon, before a clause of its own. */
const CLAUSE = /[;؛]\s+|,\s+(?=(?:and|but|while|whereas)\s)|\s+–\s+/gu;

/** The parts of a span, cut at these offsets into the text. */
function cutAt({ start, end }: Span, cuts: readonly number[]): Span[] {
  const inside = cuts.filter((cut) => cut > start && cut < end);
  const edges = [start, ...inside, end];
  return edges.slice(1).map((edge, at) => ({ start: edges[at] ?? start, end: edge }));
}

const clausesOf = (text: string, { start, end }: Span): number[] =>
  [...text.slice(start, end).matchAll(CLAUSE)].map(({ index, 0: gap }) => start + index + gap.length);

const hasWords = (text: string, { start, end }: Span): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(start, end));

const saysName = (text: string, { start, end }: Span, name: string): boolean => {
  const at = text.indexOf(name, start);
  return at !== -1 && at + name.length <= end;
};

/** The pieces of a draft: its parts and, within them, its sentences; of a single sentence its clauses. */
function piecesOf(text: string, draft: Draft, sentences: readonly Span[]): Span[] {
  const cut = (cutsOf: (span: Span) => readonly number[]) =>
    draft.spans
      .flatMap((span) => cutAt(span, cutsOf(span)))
      .flatMap((piece) => trimSpan(text, piece) ?? [])
      .filter((piece) => hasWords(text, piece));
  const bySentence = cut((span) =>
    sentences.filter((sentence) => overlap(sentence, span)).map(({ start }) => start),
  );
  return bySentence.length > 1 ? bySentence : cut((span) => clausesOf(text, span));
}

/**
 * One draft for each sentence it stands in, or for each clause of a single sentence; null where
 * there is nothing to split at. Every piece keeps voice and ladder, and what stands in its words.
 */
export function splitDraft(text: string, draft: Draft, sentences: readonly Span[]): Draft[] | null {
  const pieces = piecesOf(text, draft, sentences);
  if (pieces.length < 2) return null;
  return pieces.map((piece): Draft => {
    const spans = [piece];
    const reasons = draft.reasons.filter((reason) => overlap(reason, piece));
    return {
      ...draft,
      key: keyOf(spans),
      spans,
      statement: statementOf(text, spans),
      subjects: draft.subjects.filter(({ name }) => saysName(text, piece, name)),
      accuses:
        draft.accuses && reasons.some(({ kind }) => kind === 'accuses by name' || kind === 'accusation'),
      reasons,
      dates: draft.dates.filter((date) => overlap(date, piece)),
      details: draft.details.filter((detail) => overlap(detail, piece)),
    };
  });
}
