import { foldText } from '../../text/fold.ts';
import { PARTICLES, TITLES } from '../phrases/words.ts';

const known = new Map<string, readonly string[]>();
/** Names of one article are few; a text made of random ones must not fill the memory. */
const MOST_KNOWN = 5_000;

/** The words of a name as they are compared: folded, without titles, articles and possessive endings. */
export function nameWords(name: string): readonly string[] {
  const held = known.get(name);
  if (held) return held;
  const words = foldText(name)
    .replaceAll(/['’]s\b/g, '')
    .split(/[\s\-–.,"“”]+/u)
    .filter((word) => word !== '' && !TITLES.has(word) && !ARTICLES.has(word));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, words);
  return words;
}

/** The words of a description, titles and all. */
export const plainWords = (description: string): string[] =>
  foldText(description)
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => word !== '');

/** Articles and their assimilated forms; kunyas (abu, umm) and patronymics are part of a name. */
const ARTICLES = new Set([
  'al',
  'el',
  'ar',
  'as',
  'ash',
  'ad',
  'an',
  'at',
  'az',
  'the',
  'jr',
  'sr',
  'iii',
  'ii',
]);

/** The family name of a name of several words; null for one word and where only particles stand before it. */
export function familyName(words: readonly string[]): string | null {
  const last = words.at(-1);
  return words.length > 1 && last !== undefined ? last : null;
}

/** Letters that transliterations do not agree on: dropped or made one before two spellings are compared. */
const spellSkeleton = (word: string): string =>
  word
    .replaceAll(/ou|oo|u/g, 'o')
    .replaceAll(/ee|ie|ei|ey|y|i/g, 'e')
    .replaceAll(/kh/g, 'h')
    .replaceAll(/q|c/g, 'k')
    .replaceAll(/dh|th|z/g, 'z')
    .replaceAll(/([a-z])\1/g, '$1')
    .replace(/[eah]+$/, '');

const skeletons = new Map<string, string>();
/** Skeletons kept: every name of an article is compared with those before it. */
const KEPT = 10_000;

function skeleton(word: string): string {
  const known = skeletons.get(word);
  if (known !== undefined) return known;
  if (skeletons.size >= KEPT) skeletons.clear();
  const made = spellSkeleton(word);
  skeletons.set(word, made);
  return made;
}

/** One letter changed, dropped, added or swapped with its neighbour. */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/**
 * Whether two full names are spellings of one: as many words, the same but for one letter or the
 * letters that transliterations differ in. Never for a family name alone, and never by one word.
 */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length === 0) return false;
  if (a.length === 1) return a[0] === b[0];
  return a.every((word, at) => {
    const other = b[at] ?? '';
    if (PARTICLES.has(word) || PARTICLES.has(other)) return word === other;
    return word === other || skeleton(word) === skeleton(other) || nearlySame(word, other);
  });
}
