import { matchesOf } from '../matches.ts';
import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import { ANY_SIGN, SIGN } from './signs.ts';

/** A number that a text names, by what it counts; `value` in figures (`USD 200000`, `40 %`) where it follows. */
export type FoundAmount = Span & {
  readonly kind: 'money' | 'percentage' | 'quantity' | 'number';
  readonly value: string | null;
};

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  الف: 1e3,
  الاف: 1e3,
  مليون: 1e6,
  ملايين: 1e6,
  مليار: 1e9,
};
const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/syrian pound|ليره سوريه/i, 'SYP'],
  [/iraqi dinar|دينار عراقي/i, 'IQD'],
  [/turkish lira|ليره تركيه/i, 'TRY'],
  [/\$|dollar|دولار|usd/i, 'USD'],
  [/€|euro|يورو|eur/i, 'EUR'],
  [/£/, 'GBP'],
];
const FIGURES = '\\d+(?:,\\d{3})*(?:\\.\\d+)?(?!\\d|(?:st|nd|rd|th)\\b)';
const WORDS = `(?:${SMALL.slice(1).join('|')}|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens|hundreds|thousands|millions|billions|several|عشرات|مئات|ميات)`;
const SCALE = '(?:hundred|thousand|million|billion|trillion|الف|الاف|مليون|ملايين|مليار)';
const COUNT = `(?:(?<figures>${FIGURES})|(?<word>${WORDS}(?![\\p{L}'-])|an?(?= ${SCALE})))(?: (?<scale>${SCALE}))?(?: of)?(?: (?:thousands|millions|billions) of)?`;
const UNIT = 'dollars?|euros?|pounds?|liras?|dinars?|riyals?|دولارا?|يورو|ليره|دينار|ريال';
const AMOUNT = twin(
  new RegExp(
    `(?<![\\p{L}\\p{N}.,:/-])(?:(?<sign>(?:US|NZ|AU|C)? ?[$€£]) ?(?<sum>${FIGURES})(?: ?(?<by>${SCALE}|[mb]n?)(?!\\p{L}))?|${COUNT}(?:(?<percent> ?(?:%|percent|per cent|بالمايه|في المايه|بالميه|في الميه))| (?<unit>(?:(?:syrian|us|american|iraqi|turkish) )?(?:${UNIT})(?: (?:سوريه|عراقي|تركيه))?)(?!\\p{L})|(?: (?!and\\b|or\\b|to\\b|in\\b|on\\b|at\\b|of\\b|the\\b|by\\b|من |في |الي )(?<counted>[\\p{Ll}\\u0621-\\u064a]+))?)(?!\\p{N}))`,
    'giu',
  ),
);
const NOT_COUNTED =
  /^(?:am|pm|st|nd|rd|th|ago|later|earlier|year|years|month|months|week|weeks|day|days|or|was|is|are|were|has|have|will|that|which|who|for|from|with|other|others|more|such|most|different|further|additional|new|or)$/;

const figuresOf = (text: string): number => Number(text.replaceAll(',', ''));

function numberOf(
  figures: string | undefined,
  word: string | undefined,
  scale: string | undefined,
): number | null {
  const base = figures
    ? figuresOf(figures)
    : /^an?$/.test(word ?? '')
      ? 1
      : SMALL.indexOf(word?.toLowerCase() ?? '');
  if (base < 0 || Number.isNaN(base)) return null;
  return (
    base *
    (SCALES[scale?.toLowerCase() ?? ''] ??
      { m: 1e6, mn: 1e6, b: 1e9, bn: 1e9 }[scale?.toLowerCase() ?? ''] ??
      1)
  );
}

type Groups = Readonly<Record<string, string | undefined>>;

function amountOf(groups: Groups): Pick<FoundAmount, 'kind' | 'value'> {
  const { sign, sum, by, figures, word, scale, percent, unit, counted } = groups;
  const number = sign ? numberOf(sum, undefined, by) : numberOf(figures, word, scale);
  const text = number === null ? null : String(number);
  if (percent) return { kind: 'percentage', value: text && `${text} %` };
  const money = sign ?? unit;
  if (money) {
    const code = /NZ|AU|C/.test(sign ?? '')
      ? undefined
      : CURRENCIES.find(([pattern]) => pattern.test(money))?.[1];
    return { kind: 'money', value: text && (code ? `${code} ${text}` : text) };
  }
  return { kind: counted && !NOT_COUNTED.test(counted) ? 'quantity' : 'number', value: text };
}

/** “No one expected”, “one of them”, “the one who”: nothing is counted there. */
function isPronoun(words: string, index: number, { word, scale, percent, unit, counted }: Groups): boolean {
  if (!/^one$/i.test(word ?? '') || (scale ?? percent ?? unit) !== undefined) return false;
  if (/^one of /i.test(words.slice(index, index + 7))) return true;
  if (counted === undefined || NOT_COUNTED.test(counted) || /ed$|^(?:can|could|may|else)$/.test(counted))
    return true;
  return /\b(?:no|any|every|some|each|this|that|which|another|only|the) $/i.test(
    words.slice(Math.max(0, index - 8), index),
  );
}

/** 3 a.m., 11:30 pm: a time of the clock. */
const isClock = (words: string, index: number, found: string): boolean =>
  /^\d+ ?[ap]$/i.test(found) &&
  /^\.? ?m\b/i.test(words.slice(index + found.length, index + found.length + 4));

/** A text without any of these holds no amount. */
const HINT = new RegExp(
  `\\d|[$€£]|\\b(?:${WORDS}|hundred|thousand|million|billion|trillion)\\b|عشرات|مئات|ميات|الف|الاف|مليون|ملايين|مليار`,
  'i',
);

/** Sums, percentages, counts and other numbers in a stretch of a shadow text, in order; dates are not told apart. */
export function findAmounts(shadow: string, { start, end }: Span, signs = ANY_SIGN): FoundAmount[] {
  if ((signs & SIGN.amount) === 0) return [];
  const words = shadow.slice(start, end);
  if (!HINT.test(words)) return [];
  return matchesOf(AMOUNT(words), words).flatMap(({ index, 0: found, groups = {} }): FoundAmount[] => {
    if (isPronoun(words, index, groups) || isClock(words, index, found)) return [];
    const { counted } = groups;
    const cut = counted && NOT_COUNTED.test(counted) ? counted.length + 1 : 0;
    const end = start + index + found.trimEnd().length - cut;
    return [{ start: start + index, end, ...amountOf(groups) }];
  });
}
