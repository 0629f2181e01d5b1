import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import { SIGN } from '../details/signs.ts';
import { arabicNamesIn } from '../phrases/arabic-names.ts';
import { CUE_WORDS, type CueKind } from './cue-words.ts';
import { signsOf, type Word } from './tokens.ts';

/** A cue with the words that show it, as offsets into the sentence. */
export type Cue = Span & { readonly kind: CueKind };

const SCALE = '(?:hundred|thousand|million|billion|trillion)';
const SUM = twin(
  new RegExp(
    `(?:us|nz|au|c)?[$€£] ?\\d[\\d.,]*(?: ${SCALE})?|(?:(?:\\d[\\d.,]*|\\p{L}+)(?: (?:${SCALE}|الف|مليون|مليار|الاف))?|\\p{L}+ of) (?:(?:syrian|us|american|iraqi|turkish) )?(?:dollars?|euros?|pounds?|liras?|dinars?|riyals?|dirhams?|rubles?|cents?|دولار|يورو|ليره|دينار|ريال)(?!\\p{L})`,
    'iu',
  ),
);
const MONEY_SIGN =
  /[$€£]|dollar|euro|pound|lira|dinar|riyal|dirham|ruble|cents?\b|دولار|يورو|ليره|دينار|ريال/i;
const PERCENTAGE = twin(
  /(?:\d[\d.,]*|\p{L}+) ?(?:%|percent(?!\p{L})|per cent(?!\p{L})|percentage points?|بالمايه|في المايه|بالميه)/iu,
);
const PERCENT_SIGN = /%|percent|per cent|المايه|بالميه/i;
const NUMBER = twin(
  new RegExp(
    `(?<![\\p{L}\\d.,$€£])(?!(?:1[789]|20)\\d\\d(?!\\d))\\d[\\d.,]*(?: ${SCALE})?(?: \\p{L}+)?`,
    'iu',
  ),
);
const DIGIT = /\d/;
/** Capitalised words that follow others in the sentence, particles of names between them. */
const NAME = twin(
  /(?<=[\p{L}\p{N},"'(] ["'(]?)\p{Lu}[\p{L}'-]+(?: (?:(?:bin|abu|de|von) )?\p{Lu}[\p{L}'-]+)*/u,
);
const QUESTION = /\?["')\s]*$/;
/** What is longer is no sentence. */
const LONGEST = 2_000;

type Cues = Map<CueKind, Cue>;

function addPattern(cues: Cues, kind: CueKind, pattern: RegExp, sentence: string): void {
  const found = pattern.exec(sentence);
  if (found) cues.set(kind, { kind, start: found.index, end: found.index + found[0].length });
}

function addWords(cues: Cues, words: readonly Word[]): void {
  const add = (kind: CueKind | undefined, start: number, end: number) => {
    if (kind && !cues.has(kind)) cues.set(kind, { kind, start, end });
  };
  words.forEach(({ key, start, end, known }, at) => {
    const next = known.opensPair ? words[at + 1] : undefined;
    if (next) add(CUE_WORDS.get(`${key} ${next.key}`), start, next.end);
    add(known.cue, start, end);
    if (known.past) add('past', start, end);
  });
}

/** The cues of a sentence of the shadow text, at most one of each kind: the first of it. */
export function cuesOf(whole: string, words: readonly Word[]): Cue[] {
  const sentence = whole.slice(0, LONGEST);
  const cues: Cues = new Map();
  const signs = signsOf(whole, words);
  if ((signs & (SIGN.money | SIGN.figure)) !== 0 && MONEY_SIGN.test(sentence))
    addPattern(cues, 'sum', SUM(sentence), sentence);
  if ((signs & SIGN.percent) !== 0 && PERCENT_SIGN.test(sentence))
    addPattern(cues, 'percentage', PERCENTAGE(sentence), sentence);
  if ((signs & SIGN.figure) !== 0 && DIGIT.test(sentence))
    addPattern(cues, 'number', NUMBER(sentence), sentence);
  addPattern(cues, 'name', NAME(sentence), sentence);
  const [named] =
    cues.has('name') || (signs & SIGN.arabic) === 0
      ? []
      : arabicNamesIn(sentence, { start: 0, end: sentence.length });
  if (named) cues.set('name', { kind: 'name', ...named.span });
  addPattern(cues, 'question', QUESTION, sentence);
  addWords(cues, words);
  const size = { start: 0, end: sentence.length };
  if (words.length < 7) cues.set('short', { kind: 'short', ...size });
  if (words.length > 16) cues.set('long', { kind: 'long', ...size });
  return [...cues.values()];
}
