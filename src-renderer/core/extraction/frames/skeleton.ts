import type { Span } from '../../anchoring/paragraphs.ts';
import type { Quotation } from '../quotes/quotation.ts';
import type { QuotationKind } from '../quotes/kind.ts';
import type { Token } from '../tokens/token.ts';
import { tokenise } from '../tokens/tokenise.ts';
import { SPEECH_VERBS } from './verbs.ts';

/** A quotation and what it is in its sentence. */
export type KnownQuotation = Quotation & { readonly kind: QuotationKind };

const SPEAKS_BEFORE = /\b(\p{L}+)[:,]? ?$/u;
const SPEAKS_AFTER = /^,? ?(?:he |she )?(\p{L}+)/u;

/** A name that a reporting verb stands beside is what somebody said: “Never”, he said. */
function isSaid(shadow: string, { span }: Quotation): boolean {
  const before = SPEAKS_BEFORE.exec(shadow.slice(Math.max(0, span.start - 20), span.start))?.[1];
  const after = SPEAKS_AFTER.exec(shadow.slice(span.end, span.end + 20))?.[1];
  const says = (word: string | undefined) =>
    word !== undefined && ['say', 'tell'].includes(SPEECH_VERBS.get(word.toLowerCase())?.taking ?? '');
  return (
    says(before) ||
    /, ?$/.test(shadow.slice(span.end - 2, span.end - 1)) ||
    (says(after) && /^[,.!?]/.test(shadow.slice(span.end)))
  );
}

/**
 * A stretch of text as a row of tokens in which each quotation is one token; names in quotation
 * marks are words like any other.
 */
export function skeletonOf(
  shadow: string,
  stretch: Span,
  quotations: readonly KnownQuotation[],
  first: number,
): Token[] {
  const tokens: Token[] = [];
  let from = stretch.start;
  for (let at = first; at < quotations.length; at += 1) {
    const quotation = quotations[at];
    if (!quotation || quotation.span.start >= stretch.end) break;
    if (quotation.span.end <= stretch.start) continue;
    if (quotation.kind === 'name' && !isSaid(shadow, quotation)) continue;
    const start = Math.max(quotation.span.start, stretch.start);
    const end = Math.min(quotation.span.end, stretch.end);
    tokens.push(...tokenise(shadow, from, start));
    tokens.push({
      start,
      end,
      kind: 'quotation',
      key: quotation.kind === 'term' ? 'term' : '',
      capital: false,
      quotation: at,
    });
    from = end;
  }
  tokens.push(...tokenise(shadow, from, stretch.end));
  return tokens;
}
