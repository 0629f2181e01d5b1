import { foldText } from '../text/fold.ts';
import { COMMON_NAMES } from './common-names.ts';
import { findNeedles, type Needle } from './find.ts';

/** Why a spelling is suggested: how it is written, the other script, a part of the name, its words in another order. */
export type SuggestionKind = 'spelling' | 'script' | 'family name' | 'given name' | 'kunya' | 'order';

/** A spelling a person may accept; nothing is protected by a suggestion alone. */
export type Suggestion = { readonly words: string; readonly kind: SuggestionKind };

const MOST = 16;
const MOST_PER_WORD = 4;
const ARTICLE = /^(?:al|el|ul|an|ar|as|ash|at|ad)[-\s]?$/iu;
const PARTICLE = /^(?:abu|abou|abo|umm|um|oum|ibn|bin|ben|أبو|ابو|أبي|أم|ام|بن|ابن)$/iu;
const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);

/** How else the letters of a Latin name are written. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/ou/giu, 'u'],
  [/oo/giu, 'u'],
  [/ee/giu, 'i'],
  [/u/giu, 'ou'],
  [/y$/iu, 'i'],
  [/i$/iu, 'y'],
  [/([bdfklmnrstz])\1/giu, '$1'],
  [/(?<=[aeiou])s(?=[aeiou])/giu, 'ss'],
  [/q/giu, 'k'],
  [/kh/giu, 'ch'],
  [/sh/giu, 'ch'],
  [/ch/giu, 'sh'],
  [/w/giu, 'ou'],
  [/j/giu, 'dj'],
  [/ei|ai|ay/giu, 'ey'],
];

const latinRows = new Map(
  COMMON_NAMES.flatMap((row) => row.slice(1).map((word) => [foldText(word), row] as const)),
);
const arabicRows = new Map(COMMON_NAMES.map((row) => [foldText(row[0]), row] as const));

function cased(word: string, like: string): string {
  return like === like.toLowerCase() ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** Other ways to write one Latin word. */
function otherWords(word: string): string[] {
  const row = latinRows.get(foldText(word));
  const known = row?.slice(1).filter((other) => foldText(other) !== foldText(word)) ?? [];
  if (known.length > 0) return known.slice(0, MOST_PER_WORD + 2);
  const written = LETTERS.flatMap(([letters, other]) => {
    const changed = word.replace(letters, other);
    return changed === word ? [] : [cased(changed.toLowerCase(), word)];
  });
  return [...new Set(written)].slice(0, MOST_PER_WORD);
}

const split = (name: string): string[] => name.trim().split(/\s+|(?<=\p{L})-(?=\p{L})/u);

/** The name again, one word at a time written otherwise. */
function spellings(name: string): string[] {
  if (isArabic(name)) return [];
  const words = split(name);
  return words.flatMap((word, at) => {
    if (ARTICLE.test(word)) return [];
    // The separators stay as the name has them.
    const start = words.slice(0, at).reduce((from, one) => name.indexOf(one, from) + one.length, 0);
    const from = name.indexOf(word, start);
    return otherWords(word).map((other) => name.slice(0, from) + other + name.slice(from + word.length));
  });
}

/** The name in the other script, when every word of it is a common one. */
function inOtherScript(name: string): string[] {
  const arabic = isArabic(name);
  let defined = false;
  const said: string[] = [];
  for (const word of split(name)) {
    if (!arabic && ARTICLE.test(word)) {
      defined = true;
      continue;
    }
    const bare = arabic ? word.replace(/^ال(?=\p{L}{3})/u, '') : word;
    const row = (arabic ? arabicRows : latinRows).get(foldText(bare));
    if (!row) return [];
    if (arabic) said.push(bare === word ? (row[1] ?? '') : `al-${row[1] ?? ''}`);
    else said.push(defined ? `ال${row[0]}` : row[0]);
    defined = false;
  }
  return [said.join(' ')];
}

/** The family name alone, its article with it; null for a name of one word. */
function familyName(name: string): string | null {
  const match = /^(.*\S)\s+((?:(?:al|el)[-\s])?[^\s-]+)$/iu.exec(name.trim());
  const [, before, family] = match ?? [];
  if (!before || !family || PARTICLE.test(before)) return null;
  return family;
}

/** The first name alone; null for a name of one word and for one that begins with a particle. */
function givenName(name: string): string | null {
  const [first = '', ...more] = name.trim().split(/\s+/u);
  return more.length === 0 || PARTICLE.test(first) || ARTICLE.test(first) ? null : first;
}

/**
 * The family name first, as lists write it; with a comma between it is found anyway. Null for a name
 * of one word and for a kunya.
 */
function familyFirst(name: string): string | null {
  const family = familyName(name);
  return family === null ? null : `${family} ${name.trim().slice(0, -family.length).trim()}`;
}

/** "Abu Abed" of a longer name. */
function kunyaOf(name: string): string | null {
  const match = /(?<!\p{L})(?:abu|abou|abo|umm|um|oum|أبو|ابو|أبي|أم)[\s-]+\p{L}+/iu.exec(name);
  return match && match[0] !== name.trim() ? match[0] : null;
}

/**
 * Spellings under which the same name may stand: for a person to accept or leave. What the given
 * names already find is not suggested.
 */
export function suggestSpellings(names: readonly string[]): Suggestion[] {
  const held: Needle[] = names.map((words) => ({ itemId: '', words, as: '' }));
  const made = names.flatMap((name): Suggestion[] => [
    ...inOtherScript(name).map((words) => ({ words, kind: 'script' as const })),
    ...[familyName(name) ?? []].flat().map((words) => ({ words, kind: 'family name' as const })),
    ...[givenName(name) ?? []].flat().map((words) => ({ words, kind: 'given name' as const })),
    ...[kunyaOf(name) ?? []].flat().map((words) => ({ words, kind: 'kunya' as const })),
    ...[familyFirst(name) ?? []].flat().map((words) => ({ words, kind: 'order' as const })),
    ...spellings(name).map((words) => ({ words, kind: 'spelling' as const })),
  ]);
  const byWords = new Map<string, Suggestion>();
  for (const suggestion of made) {
    const key = foldText(suggestion.words);
    const [hit] = findNeedles(suggestion.words, held);
    const known = hit !== undefined && hit.start === 0 && hit.end === suggestion.words.length;
    if (!known && !byWords.has(key)) byWords.set(key, suggestion);
  }
  return [...byWords.values()].slice(0, MOST);
}
