import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import { type Described, describe } from './described.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  ORGANISATIONS,
  PREPOSITIONS,
  PRONOUNS,
  STOPPERS,
  WEEKDAYS,
} from './words.ts';

/** A proper name in a stretch of text. */
export type NameFound = { readonly span: Span; readonly kind: 'person' | 'organisation' };

/** Rows of capital words with the particles and links within names; quotation marks around a name are no part of it. */
const NAME = twin(
  /(?<![\p{L}\p{N}'])(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Sheikh|Emir)\.? )?(?:(?:al|el|ar|as|ad|an|ash|az)-)?\p{Lu}[\p{L}\p{M}'.-]*(?:(?: (?:of|and|for|the|bin|ibn|al|el|de|van|von|der|du|la|le))? (?:(?:al|el|ar|as|ad|an|ash|az)-)?\p{Lu}[\p{L}\p{M}'-]*)*/gu,
);
const ACRONYM = /^\p{Lu}{2,6}$/u;
const POSSESSIVE = /'s?$/;

/** The name alone at a sentence's start may be an ordinary word: it counts only where two words stand. */
const multiple = (name: string): boolean => /\s/.test(name);

const CLOSED = [ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, STOPPERS];

/** How much of a row of capital words is a word of the sentence: "In September", "While Abu Abed". */
function functionWords(words: string): number {
  let at = 0;
  for (const { index, 0: word } of words.matchAll(/[^ ]+ ?/g)) {
    const key = word.trim().toLowerCase();
    if (index !== at || !CLOSED.some((closed) => closed.has(key))) break;
    at += word.length;
  }
  return at;
}

/**
 * The proper names of people and organisations in a stretch of a shadow text, in order: names of two
 * words or more, acronyms and names in quotation marks. Places are told apart by `isPlace`.
 */
export function namesIn(
  shadow: string,
  { start, end }: Span,
  isPlace: (name: string) => boolean,
): NameFound[] {
  const found: NameFound[] = [];
  const stretch = shadow.slice(start, end);
  for (const { index, 0: whole } of stretch.matchAll(NAME(stretch))) {
    const words = whole.replace(POSSESSIVE, '').replace(/[.]$/, '');
    const skipped = functionWords(words);
    const name = words.slice(skipped);
    const from = start + index + skipped;
    const quoted = shadow[from - 1] === '"' && shadow[from + name.length] === '"';
    if (!multiple(name) && !ACRONYM.test(name) && !quoted) continue;
    if (isPlace(name) || WEEKDAYS.has(name.toLowerCase())) continue;
    const span = { start: from, end: from + name.length };
    const described: Described = describe(shadow, span, span);
    if (described.kind !== 'person' && described.kind !== 'organisation') continue;
    const organisation =
      ACRONYM.test(name) || name.split(' ').some((word) => ORGANISATIONS.has(word.toLowerCase()));
    found.push({ span: described.name, kind: organisation ? 'organisation' : described.kind });
  }
  return found;
}
