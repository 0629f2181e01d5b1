import { signsOfWord } from '../details/signs-of-word.ts';
import { CUE_WORDS, type CueKind, opensPair } from './cue-words.ts';

/** What is known of a word wherever it stands: found once for each word of a language. */
export type Known = {
  /** Hash of the word, and of its stem. */
  readonly word: number;
  readonly stem: number;
  /** What the word alone shows, as written or without what is written onto it. */
  readonly cue: CueKind | undefined;
  /** Whether it may be the first of two words that show something together. */
  readonly opensPair: boolean;
  readonly past: boolean;
  /** What it may be a part of (`SIGN`). */
  readonly signs: number;
};

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

const SUFFIX = /(?<=\p{L}{3})(?:ing|ed|ly|tions?|ments?|ness|ity|ers?|est|s)$/u;
const PAST = /^\p{L}{3,}ed$/u;

const ARABIC = /^[\u0621-\u064a]/;
/** Written onto an Arabic word: and, so, with, for, and the article: وهرب, بالاعتقال. */
const bare = (key: string): string =>
  key.replace(/^(?:[وفبلك]?ال|[وف](?=[\u0621-\u064a]{2}))(?=[\u0621-\u064a]{2})/, '');

const known = new Map<string, Known>();
/** Words of any language are few; a text made of random ones must not fill the memory. */
const MOST_KNOWN = 50_000;

/** What is known of a word by its key; a number's key stands for its kind, so `signs` says what it is. */
export function knownOf(key: string, signs = 0): Known {
  const found = known.get(key);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const made: Known = {
    word: hashOf(key),
    stem: hashOf(`~${key.replace(SUFFIX, '')}`),
    cue: CUE_WORDS.get(key) ?? (ARABIC.test(key) ? CUE_WORDS.get(bare(key)) : undefined),
    opensPair: opensPair(key),
    past: PAST.test(key),
    signs: signsOfWord(key) | signs,
  };
  known.set(key, made);
  return made;
}
