import type { Span } from '../../anchoring/paragraphs.ts';
import type { Article } from '../article.ts';
import { type InnerSpeech, innerSpeech, proposeLadder } from '../ladder/propose-ladder.ts';
import { Lookup } from '../lookup.ts';
import { passageAt, voiceOf } from '../passages/propose-passages.ts';
import { arabicNamesIn, knownNames, type KnownNames } from '../phrases/arabic-names.ts';
import { type NameFound, namesIn } from '../phrases/names-in.ts';
import type { ProposedClaim, ProposedParty, ProposedPassage, ProposedQuote } from '../proposal.ts';
import { signsOf, wordsOf } from '../worth/tokens.ts';
import { worthOf } from '../worth/worth.ts';
import { detailsIn } from '../details/details.ts';
import { writtenOn } from '../details/written.ts';
import { counting, type OnShare, SHARES } from '../share.ts';
import { FamilyNames } from '../speakers/family-names.ts';
import { type Assertion, assertionsIn, type Said } from './assertions.ts';
import { isAssertive } from './assertive.ts';
import { statementOf } from './statement.ts';

/** Makes the claims of an article from its sentences. */
export class ClaimMaker {
  private readonly article: Article;
  private readonly passages: readonly ProposedPassage[];
  private readonly quotes: readonly ProposedQuote[];
  private readonly spoken: Lookup<Said>;
  private readonly inner: Lookup<InnerSpeech>;
  private readonly isPlace: (name: string) => boolean;
  private readonly known: KnownNames;
  private readonly families = new FamilyNames();

  constructor(
    article: Article,
    quotes: readonly ProposedQuote[],
    passages: readonly ProposedPassage[],
    isPlace: (name: string) => boolean,
  ) {
    this.article = article;
    this.quotes = quotes;
    this.passages = passages;
    this.isPlace = isPlace;
    this.known = knownNames(article.speakers);
    for (const { name, kind } of article.speakers) if (kind === 'person') this.families.meet(name);
    this.spoken = new Lookup(
      quotes.flatMap((quote) => quote.content.map((span) => ({ span, item: { quote, span } }))),
    );
    this.inner = new Lookup(
      innerSpeech(article).flatMap((item) => item.said.map((span) => ({ span, item }))),
    );
  }

  claims(sentences: readonly Span[], onShare: OnShare): ProposedClaim[] {
    const { shadow, blocks } = this.article;
    const tell = counting(onShare, SHARES.frames, SHARES.claims, sentences.length);
    let block = 0;
    return sentences.flatMap((sentence, at) => {
      tell(at);
      while ((blocks[block]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) block += 1;
      const said = this.spoken.overlapping(sentence);
      if (!isAssertive(shadow, sentence, blocks[block], said.length > 0)) return [];
      return assertionsIn(shadow, sentence, said).flatMap((assertion) => this.claim(assertion) ?? []);
    });
  }

  private claim({ spans, quote }: Assertion): ProposedClaim | null {
    const { article } = this;
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last) return null;
    const passage = passageAt(this.passages, first);
    const unclear = passage?.voice === 'unclear';
    const by =
      quote ?? (passage?.quote === null || passage === null ? null : (this.quotes[passage.quote] ?? null));
    const whole = { start: first.start, end: last.end };
    const words = article.shadow.slice(whole.start, whole.end);
    const read = wordsOf(words);
    const signs = signsOf(words, read);
    const written = writtenOn(article.written?.edtf ?? null);
    const spoken = (passage?.voice ?? 'narration') !== 'narration' || (by?.direct ?? false);
    const speaker = unclear ? null : (quote?.speaker ?? null);
    const parties = this.parties(spans, speaker);
    const namesPerson = () => parties.some(({ kind, part }) => kind === 'person' && part === 'subject');
    return {
      spans,
      statement: statementOf(article.text, spans),
      voice: unclear ? 'unclear' : quote ? voiceOf(article, quote) : 'narration',
      speaker,
      candidates: unclear ? passage.candidates : (quote?.candidates ?? []),
      ladder: proposeLadder(article, by, whole, this.inner.overlapping(whole)),
      parties,
      details: spans.flatMap((span) => detailsIn(article.shadow, span, { written, spoken }, signs)),
      ...worthOf(article.shadow, whole, namesPerson, read),
    };
  }

  /** Names in either script: an article may hold both. */
  private namesIn(span: Span): NameFound[] {
    const { shadow } = this.article;
    const latin = namesIn(shadow, span, this.isPlace, (family) => this.families.only(family));
    return [...latin, ...arabicNamesIn(shadow, span, this.known)].sort((a, b) => a.span.start - b.span.start);
  }

  private parties(spans: readonly Span[], speaker: number | null): ProposedParty[] {
    const { text, speakers } = this.article;
    const parties: ProposedParty[] = [];
    const says = speaker === null ? undefined : speakers[speaker];
    if (says && says.kind !== 'described')
      parties.push({ name: says.name, kind: says.kind, part: 'speaker', span: null });
    for (const span of spans) {
      for (const { span: place, kind, name: full } of this.namesIn(span)) {
        const name = full ?? text.slice(place.start, place.end);
        if (kind === 'person') this.families.meet(name);
        if (!parties.some((party) => party.name === name && party.part === 'subject'))
          parties.push({ name, kind, part: 'subject', span: place });
      }
    }
    return parties;
  }
}
