import { readArticle } from './article.ts';
import { ClaimMaker } from './claims/propose-claims.ts';
import { isKnownPlace } from './details/find-places.ts';
import { proposePassages } from './passages/propose-passages.ts';
import { proposeQuotes } from './passages/propose-quotes.ts';
import type { Proposal } from './proposal.ts';
import type { OnShare } from './share.ts';
import { sentencesOf } from './sentences/sentence-ends.ts';

/**
 * Reads an article and proposes who says what in it and which claims it makes, in reading order.
 * Pure and offline; time is linear in the text's length; any string is taken. All spans are UTF-16
 * offsets into `text`, end exclusive, never empty, and the text is never altered. `published`: when
 * its document says it was published (EDTF), to count “yesterday” from; else the article's own date.
 * `onShare` is told now and then how much of the work is done.
 */
export function propose(
  text: string,
  published: string | null = null,
  onShare: OnShare = () => undefined,
): Proposal {
  const article = readArticle(text, published, onShare);
  const quotes = proposeQuotes(article);
  const passages = proposePassages(article, quotes);
  const sentences = sentencesOf(article.shadow);
  const claims = new ClaimMaker(article, quotes, passages, isKnownPlace).claims(sentences, onShare);
  return { speakers: article.speakers, written: article.written, quotes, passages, claims, sentences };
}
