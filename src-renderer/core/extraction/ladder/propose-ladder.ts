import type { Span } from '../../anchoring/paragraphs.ts';
import type { Article } from '../article.ts';
import { nestedFrames } from '../frames/nested.ts';
import type { Frame } from '../frames/frame.ts';
import { describe } from '../phrases/described.ts';
import type { ProposedQuote, ProposedRung } from '../proposal.ts';
import { nameWords, sameName } from '../speakers/names.ts';
import { overlap } from '../span.ts';
import { voiceOf } from '../passages/propose-passages.ts';
import { basisIn } from './basis.ts';

const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

/** The rung of whoever an act of saying is given to; null where nobody is named and it is quoted. */
function outerRung(article: Article, quote: ProposedQuote, claim: Span): ProposedRung {
  const { text, shadow, speakers } = article;
  const speaker = quote.speaker === null ? undefined : speakers[quote.speaker];
  const { basis, at } = basisIn(shadow, claim.start, claim.end);
  const cue = quote.cue && slice(text, quote.cue);
  return {
    speaker: quote.speaker,
    unnamed: speaker ? null : ((quote.source && slice(text, quote.source)) ?? cue),
    role: quote.role ?? speaker?.role ?? null,
    mode: voiceOf(article, quote),
    basis: basis.length > 0 ? basis : ['not stated'],
    basisNote: at && slice(text, at),
  };
}

function innerRung(article: Article, frame: Frame): ProposedRung | null {
  const { text, shadow, speakers } = article;
  if (!frame.source || !frame.head) return null;
  const described = describe(shadow, frame.source, frame.head);
  const name = slice(text, described.name);
  const words = nameWords(name);
  const known = speakers.find((speaker) => sameName(nameWords(speaker.name), words));
  const role = described.role.map((span) => slice(text, span)).join(', ');
  return {
    speaker: known?.id ?? null,
    unnamed: known ? null : name,
    role: role === '' ? null : role,
    mode: described.kind === 'document' ? 'document' : 'indirect',
    basis: ['not stated'],
    basisNote: null,
  };
}

/** Speech inside the speech of an article, each kept with where it stands; read once for all claims. */
export type InnerSpeech = { readonly frame: Frame; readonly said: readonly Span[] };

/** What those who are quoted report others to have said. */
export function innerSpeech({ shadow, quotations }: Article): InnerSpeech[] {
  return quotations.flatMap((quotation) =>
    quotation.kind === 'speech'
      ? nestedFrames(shadow, quotation).map((frame) => ({ frame, said: frame.content }))
      : [],
  );
}

/** The according-to ladder of a claim below the article itself, outermost first. */
export function proposeLadder(
  article: Article,
  quote: ProposedQuote | null,
  claim: Span,
  inner: readonly InnerSpeech[],
): ProposedRung[] {
  if (quote === null) return [];
  const rungs = [outerRung(article, quote, claim)];
  for (const { frame, said } of inner) {
    if (!said.some((span) => overlap(span, claim))) continue;
    const rung = innerRung(article, frame);
    if (rung) rungs.push(rung);
  }
  return rungs;
}
