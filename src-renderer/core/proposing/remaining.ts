import { mergeSpans } from '../anchoring/unseen-sentences.ts';
import type { Span } from '../anchoring/paragraphs.ts';
import type { Claim } from '../model/claim.ts';
import type { Draft } from './draft.ts';

/** From this share of its words on a draft counts as taken. */
const TAKEN = 0.5;

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Index of the first of these spans (in order, apart) that ends after `offset`. */
function firstBeyond(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function covered(taken: readonly Span[], { start, end }: Span): number {
  let sum = 0;
  for (let at = firstBeyond(taken, start); at < taken.length; at += 1) {
    const span = taken[at];
    if (!span || span.start >= end) break;
    sum += Math.min(end, span.end) - Math.max(start, span.start);
  }
  return sum;
}

/**
 * The drafts whose words no claim of the case stands on yet, skipped claims included: at least half of
 * a draft's characters in claims and it is taken. Undoing a claim brings its draft back.
 */
export function remainingDrafts(
  drafts: readonly Draft[],
  documentId: string,
  claims: Iterable<Pick<Claim, 'anchors'>>,
): readonly Draft[] {
  const anchors: Span[] = [];
  for (const claim of claims)
    for (const anchor of claim.anchors) if (anchor.documentId === documentId) anchors.push(anchor);
  const taken = mergeSpans(anchors);
  if (taken.length === 0) return drafts;
  return drafts.filter(({ spans }) => {
    const sum = spans.reduce((total, span) => total + covered(taken, span), 0);
    return sum < TAKEN * lengthOf(spans);
  });
}
