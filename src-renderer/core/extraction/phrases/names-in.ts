import { matchesOf } from '../matches.ts';
import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import { type Described, describe } from './described.ts';
import { namePartsOf } from './name-parts.ts';
import { isPlaceLike, isThing } from './place-like.ts';
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

/** A proper name in a stretch of text; `name` where it is known by more than what stands there. */
export type NameFound = {
  readonly span: Span;
  readonly kind: 'person' | 'organisation';
  readonly name?: string;
};

/** Rows of capital words with the particles and links within names; quotation marks around a name are no part of it. */
const NAME = twin(
  /(?<![\p{L}\p{N}'])(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Sheikh|Emir)\.? )?(?:(?:al|el|ar|as|ad|an|ash|az)-)?\p{Lu}[\p{L}\p{M}'.-]*(?:(?: (?:of|and|for|the|bin|ibn|al|el|de|van|von|der|du|la|le))? (?:(?:\p{Lu}\.)+(?= ?\p{Lu}|$)|(?:(?:al|el|ar|as|ad|an|ash|az)-)?\p{Lu}[\p{L}\p{M}'-]*))*/gu,
);
const ACRONYM = /^\p{Lu}{2,6}$/u;
const INITIAL = /(?:^|[ .])\p{Lu}\.$/u;
const POSSESSIVE = /'s?$/;

/** The name alone at a sentence's start may be an ordinary word: it counts only where two words stand. */
const multiple = (name: string): boolean => /\s/.test(name);

/** Without a possessive ending and the full stop of the sentence; that of an initial (D.C.) stays. */
function withoutEnd(row: string): string {
  const owner = row.replace(POSSESSIVE, '');
  return owner.endsWith('.') && !INITIAL.test(owner) ? owner.slice(0, -1) : owner;
}

const CLOSED = [ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, STOPPERS];

/** Words that no list of the chunker needs, before a name at the head of a sentence. */
const BEFORE_NAMES = new Set(['unlike', 'either', 'neither', 'dear', 'maybe', 'perhaps']);
const isClosed = (key: string): boolean => BEFORE_NAMES.has(key) || CLOSED.some((closed) => closed.has(key));

/** Whether a row of capital words is a headline: What Mexico Could Do When Up Against … */
function isHeadline(name: string): boolean {
  const words = name.toLowerCase().split(' ').slice(1);
  return words.some((word) => AUXILIARIES.has(word) || STOPPERS.has(word) || PRONOUNS.has(word));
}

const SPACED = /[^ ]+ ?/g;

/** How much of a row of capital words is a word of the sentence: "In September", "While Abu Abed". */
function functionWords(words: string): number {
  let at = 0;
  for (const { index, 0: word } of matchesOf(SPACED, words)) {
    const key = word.trim().toLowerCase();
    if (index !== at || !isClosed(key)) break;
    at += word.length;
  }
  return at;
}

/**
 * The proper names of people and organisations in a stretch of a shadow text, in order: names of two
 * words or more, acronyms, names in quotation marks, and family names alone of people whom `known`
 * gives. Places are told apart by `isPlace`.
 */
export function namesIn(
  shadow: string,
  stretchOf: Span,
  isPlace: (name: string) => boolean,
  known: (family: string) => string | null = () => null,
): NameFound[] {
  const reader = { shadow, isPlace, known };
  const isKnown = (word: string): boolean => isPlace(word) || known(word) !== null;
  const stretch = shadow.slice(stretchOf.start, stretchOf.end);
  return matchesOf(NAME(stretch), stretch).flatMap(({ index, 0: whole }) => {
    const row = withoutEnd(whole);
    const start = stretchOf.start + index;
    return namePartsOf(row, isKnown).flatMap((part) => {
      const end = start + part.end;
      const from = start + part.start + functionWords(row.slice(part.start, part.end));
      return from < end ? (nameAt(reader, { start: from, end }) ?? []) : [];
    });
  });
}

type Reader = {
  readonly shadow: string;
  readonly isPlace: (name: string) => boolean;
  readonly known: (family: string) => string | null;
};

/** The name that capital words without the words of the sentence before them are, or null. */
function nameAt({ shadow, isPlace, known }: Reader, span: Span): NameFound | null {
  const { start, end } = span;
  const name = shadow.slice(start, end);
  const closed = shadow[end] === '"';
  if (!multiple(name)) {
    // “the Egyptian”: what somebody is known by.
    if (closed && /^"[Tt]he $/.test(shadow.slice(start - 5, start)))
      return { span: { start: start - 4, end }, kind: 'person' };
    const full = known(name);
    if (full !== null) return { span, kind: 'person', name: full };
    const quoted = closed && shadow[start - 1] === '"';
    if (!ACRONYM.test(name) && !quoted) return null;
  }
  if (isPlace(name) || WEEKDAYS.has(name.toLowerCase()) || isHeadline(name)) return null;
  const described: Described = describe(shadow, span, span);
  if (described.kind !== 'person' && described.kind !== 'organisation') return null;
  const own = shadow.slice(described.name.start, described.name.end);
  const organisation =
    ACRONYM.test(own) || own.split(' ').some((word) => ORGANISATIONS.has(word.toLowerCase()));
  if (!organisation && (isThing(name) || isPlaceLike(shadow, span))) return null;
  return { span: described.name, kind: organisation ? 'organisation' : described.kind };
}
