import { protectiveFold } from './fold.ts';

/** How one spelling is looked for. */
export type Pattern = {
  /** Stands in the letters of every text that holds the spelling. */
  readonly core: string;
  /** Over the folded text; group 1 are particles written onto the name, group 2 the name. */
  readonly expression: RegExp;
  /** A common word, too: it counts only where it is written as the name is. */
  readonly exactly: string | null;
};

/** What may stand between the words of a name: blanks, hyphens, points; no comma, no mark of ours. */
const GAP = '[^\\p{L}\\p{N},;،؛:!?؟\\[\\]]{0,3}';
/** What parts a family name from the names it is put before ("Haddad, Omar"): a comma of either script, quotation marks of a table with it. */
const INVERTED_GAP = '[^\\p{L}\\p{N},;،؛:!?؟\\[\\]]{0,3}[,،;؛][^\\p{L}\\p{N},;،؛:!?؟\\[\\]]{0,3}';
/** A name of more words is not looked for inverted at each of them: details are sentences. */
const MOST_INVERTED = 6;
/** The article, not assimilated ("al", "el", "ul"). */
const PLAIN_ARTICLE = /^[aeiu]l$/u;
/** Consonants that take the article's "l" with them ("an-Nur", "ash-Sham"). */
const SUN_LETTER = /^(?:sh|th|dh|[rsdtnz])/u;
/** Particles that Arabic writes onto the word after them. */
const CLITICS = '(?:[وف]?(?:لل|[بلك]?ال|[بلك])|[وف])';
/** Words of names that are written in one of several ways. */
const SAME_WORD: readonly (readonly [known: RegExp, pattern: string])[] = [
  [/^ab(?:u|ou|o|oo|i|a)$/u, 'ab(?:ou|oo|u|o|i|a)'],
  [/^(?:umm|um|oum|oumm|omm|om)$/u, '(?:umm|um|oumm|oum|omm|om)'],
  [/^(?:ibn|bin|ben|bn)$/u, '(?:ibn|bin|ben|bn)'],
  [/^اب[ويا]$/u, 'اب[ويا]'],
  [/^ا?بن$/u, 'ا?بن'],
];
/** "Abdulrahman" is "Abd al-Rahman". */
const JOINED_ABD = /^abd[aeou]([lrsn])(\p{L}{4,})$/u;
/** Words that are common ones and names at once ("said"; على, which folds as علي does). */
const COMMON = new Set(
  'said may will hope rose mark bill faith grace dean jack frank rich sham man علي'.split(' '),
);

/** From here on a word is long enough that a line break inside it is no coincidence. */
const LONG_WORD = 7;
/** From here on a name is known without its article. */
const ENOUGH_LATIN = 4;
const ENOUGH_ARABIC = 3;
/** From here on digits are a number to call or to look up, however it is grouped. */
const LONG_NUMBER = 6;

const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word);
const isNumber = (word: string): boolean => /^\p{N}+$/u.test(word);
const sameWord = (word: string): string | undefined => SAME_WORD.find(([known]) => known.test(word))?.[1];
/** Its letters, hyphenated at the end of a line or, when it is long, broken there. */
const spelled = (word: string): string =>
  [...word].join(word.length >= LONG_WORD ? '(?:-?\\n)?' : '(?:-\\n)?');

/** A word of a folded spelling, and whether an article stands before it. */
type Word = { readonly text: string; readonly article: boolean };

function isArticle(word: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  const sun = SUN_LETTER.exec(next)?.[0];
  return PLAIN_ARTICLE.test(word) || (sun !== undefined && /^[aeu]/u.test(word) && word.slice(1) === sun);
}

function wordsOf(folded: string): Word[] {
  const raw = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const words: Word[] = [];
  let article = false;
  for (const [at, word] of raw.entries()) {
    if (isArticle(word, raw[at + 1])) {
      article = true;
      continue;
    }
    const abd = JOINED_ABD.exec(word);
    const defined = word.startsWith('ال') && word.length - 2 >= ENOUGH_ARABIC;
    if (abd) words.push({ text: 'abd', article }, { text: abd[2] ?? '', article: true });
    else words.push({ text: defined ? word.slice(2) : word, article: article || defined });
    article = false;
  }
  return words;
}

/** The article before a Latin word: with anything between, or written as it is heard. */
function articleBefore(word: string): string {
  const sun = SUN_LETTER.exec(word)?.[0];
  const plain = `[aeiu]l${GAP}`;
  return sun ? `(?:${plain}|[aeu]${sun}-?)` : `(?:${plain})`;
}

function wordPattern({ text, article }: Word, alone: boolean, first: boolean): string {
  const word = (alone ? undefined : sameWord(text)) ?? spelled(text);
  if (isArabic(text)) return article || !first ? `(?:ال)?${word}` : word;
  if (isNumber(text) || (first && !article)) return word;
  const mayMiss = !article || !alone || text.length >= ENOUGH_LATIN;
  return `${articleBefore(text)}${mayMiss ? '?' : ''}${word}`;
}

const patternOfWords = (words: readonly Word[], alone: boolean): string =>
  words.map((word, at) => wordPattern(word, alone, at === 0)).join(GAP);

/** The name as lists of people and catalogues write it: what follows any of its words put first, a comma after it. */
function inverted(words: readonly Word[]): string[] {
  if (words.length < 2 || words.length > MOST_INVERTED) return [];
  return words.slice(1).map((_, at) => {
    // The family name may have lost its article or kept it.
    const family = words
      .slice(at + 1)
      .map((word) => wordPattern(word, false, false))
      .join(GAP);
    return `${family}${INVERTED_GAP}${patternOfWords(words.slice(0, at + 1), false)}`;
  });
}

/** The longest word that is always written alike; '' when there is none. */
function coreOf(words: readonly Word[], alone: boolean): string {
  const texts = words.map(({ text }) => text).filter((text) => alone || sameWord(text) === undefined);
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

const withoutMarks = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .trim();

/** Whether words of a text are written as a name is that is a common word, too. */
export function isWrittenAs(exactly: string, words: string): boolean {
  if (isArabic(exactly)) return withoutMarks(words) === exactly;
  return words !== words.toLowerCase() || exactly === exactly.toLowerCase();
}

/** How to find a spelling, or null when it holds fewer than two letters or digits. */
export function patternOf(spelling: string): Pattern | null {
  const { folded } = protectiveFold(spelling);
  const letters = folded.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  if ([...letters].length < 2) return null;
  if (isNumber(letters) && letters.length >= LONG_NUMBER) {
    return { core: letters, expression: new RegExp(`()(${[...letters].join(GAP)})`, 'dgu'), exactly: null };
  }
  const words = wordsOf(folded);
  const alone = words.length === 1;
  const name = [patternOfWords(words, alone), ...inverted(words)].join('|');
  const particles = isArabic(words[0]?.text ?? '') ? `(${CLITICS})?` : '()';
  return {
    core: coreOf(words, alone),
    expression: new RegExp(`${particles}(${name})`, 'dgu'),
    exactly: COMMON.has(letters) ? withoutMarks(spelling) : null,
  };
}
