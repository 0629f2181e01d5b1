import type { Span } from '../../anchoring/paragraphs.ts';
import { kindOf } from '../quotes/kind.ts';
import type { Quotation } from '../quotes/quotation.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { englishFrames } from './english.ts';
import type { Frame } from './frame.ts';
import { narratedSentences } from './sentences.ts';
import { skeletonOf } from './skeleton.ts';

/** Who speaks of themselves: what they say is theirs already. */
const OWN = new Set(['i', 'we', 'you', 'who', 'which', 'that']);

/** Inner quotations, read as quotations of their own. */
const asQuotation = (shadow: string, span: Span) => {
  const quotation: Quotation = {
    span,
    content: [{ start: span.start + 1, end: span.end - 1 }],
    inner: [],
    repairs: [],
  };
  return { ...quotation, kind: kindOf(shadow, quotation) };
};

/**
 * Speech inside speech: who is reported, by the one quoted here, to have said something
 * ("a regulation stating that…"). Contents are stretches of the quotation; inner quotations are
 * not told apart from the words around them.
 */
export function nestedFrames(shadow: string, { content, inner }: Quotation): Frame[] {
  return content.flatMap((stretch) => {
    const own = inner.filter(
      ({ start, end }) => end - start > 2 && start >= stretch.start && end <= stretch.end,
    );
    const tokens = skeletonOf(
      shadow,
      stretch,
      own.map((span) => asQuotation(shadow, span)),
      0,
    );
    return narratedSentences(shadow, tokens)
      .flatMap((sentence) => englishFrames(sentence))
      .filter(
        ({ head, pattern }) =>
          head !== null && pattern !== 'speaker and colon' && !speaksOfSelf(shadow, head),
      )
      .map((frame) => ({ ...frame, quotations: [] }));
  });
}

function speaksOfSelf(shadow: string, head: Span): boolean {
  const tokens = tokenise(shadow, head.start, head.end);
  return tokens.length === 1 && OWN.has(tokens[0]?.key ?? '');
}
