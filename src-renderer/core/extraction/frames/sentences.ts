import type { Token } from '../tokens/token.ts';

/** Words written with a full stop that ends no sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof gen sen rep reps sens gov lt col maj capt sgt st jr sr vs no inc co corp ltd dept fig jan feb mar apr jun jul aug sept sep oct nov dec mt ft rev hon pres supt cmdr adm ambassador approx est etc eds vol del pvt cpl ret ave blvd univ assn bros gens cols profs drs messrs mme mlle fr sra dra'.split(
    ' ',
  ),
);
const STARTERS = new Set(
  'the he she it they we i in but and a an this that these those on at for as his her their there when while if after before'.split(
    ' ',
  ),
);
/** Tokens of the longest row read as one sentence: what is done in one may take the square of its length. */
const LONGEST = 250;
const ENDS = /^[.!?…]$/;
/** `.”`: a quotation that ends its own sentence. */
/** With a full stop: before the tag of a quotation alone stands a comma, a question or exclamation mark. */
const ENDS_STOPPED = /[.…]["')\]]*$/;
const ENDS_QUOTED = /[.!?…]["')\]]*$/;

const startsSentence = (token: Token): boolean =>
  token.kind !== 'stop' &&
  (token.capital ||
    token.kind === 'quotation' ||
    token.kind === 'number' ||
    /^[\u0600-\u06ff]/.test(token.key));

/**
 * Cuts a row of tokens into narrator's sentences, in order: a quotation never ends one unless
 * something else than the tag that names its speaker follows (“…,” he said).
 */
export function narratedSentences(shadow: string, tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  const close = (): void => {
    if (current.length > 0) sentences.push(current);
    current = [];
  };
  tokens.forEach((token, at) => {
    current.push(token);
    if (current.length >= LONGEST) close();
    const next = tokens[at + 1];
    if (!next) return;
    const before = tokens[at - 1];
    if (token.kind === 'stop' && ENDS.test(token.key)) {
      if (!startsSentence(next)) return;
      const initial =
        before?.kind === 'word' &&
        before.end === token.start &&
        (ABBREVIATIONS.has(before.key) || (before.key.length === 1 && before.capital));
      if (token.key !== '.' || !initial) close();
    } else if (token.kind === 'word' && token.key.length > 2 && token.key.endsWith('.')) {
      if (next.capital && STARTERS.has(next.key)) close();
    } else if (token.kind === 'quotation' && next.kind !== 'quotation') {
      // “He said: “No.” The crowd left.”: what follows is a sentence of its own.
      if (
        startsSentence(next) &&
        next.kind === 'word' &&
        (current.length > 1 ? ENDS_QUOTED : ENDS_STOPPED).test(shadow.slice(token.start, token.end))
      )
        close();
    }
  });
  close();
  return sentences;
}
