import type { Span } from '../../anchoring/paragraphs.ts';
import { ORGANISATIONS } from './words.ts';

const words = (name: string): string[] => name.split(' ');
const endsAsOrganisation = (name: string): boolean =>
  ORGANISATIONS.has((words(name).at(-1) ?? '').toLowerCase());

/** Whether a word alone is somebody or a place that the article or the gazetteer knows. */
export type IsKnown = (word: string) => boolean;

/** Peoples: Gabonese, Estonian, Bangladeshis. */
const PEOPLE = /(?:ese|ians?|shis?|eans?|ish)$/;

/** Whether “and” joins two names: Starry Lee and Holden Chow, not the Health and Safety Commission. */
function joinsNames(before: string, after: string, isKnown: IsKnown): boolean {
  const [left, right] = [words(before).length > 1, words(after).length > 1];
  // Sound and Picture is one; Malaysia and Indonesia are two.
  if (!left && !right) return [before, after].some((word) => isKnown(word) || PEOPLE.test(word));
  if (!right) return true;
  // Of the Party and Sofia Berg: what is one body ends in the word for it.
  return !endsAsOrganisation(after) || endsAsOrganisation(before);
}

/** Frederick Fung of ADPL, Claudia Mo of the Civic Party: somebody, and the body they are of. */
function isOfBody(before: string, after: string): boolean {
  const named = words(before);
  const person = named.length >= 2 && !named.some((word) => ORGANISATIONS.has(word.toLowerCase()));
  return person && (/^\p{Lu}{2,6}$/u.test(after) || endsAsOrganisation(after));
}

function* split(
  name: string,
  at: RegExp,
  parts: (before: string, after: string) => boolean,
): Generator<Span> {
  let start = 0;
  for (const { index, 0: link } of name.matchAll(at)) {
    if (!parts(name.slice(start, index), name.slice(index + link.length))) continue;
    yield { start, end: index };
    start = index + link.length;
  }
  yield { start, end: name.length };
}

const LINKED = /'s | and | of /;

/** The parts of the parts of a name. */
const within = (name: string, spans: Iterable<Span>, parts: (part: string) => Iterable<Span>): Span[] =>
  [...spans].flatMap(({ start, end }) =>
    [...parts(name.slice(start, end))].map((part) => ({ start: start + part.start, end: start + part.end })),
  );

/**
 * The names in a row of capital words, as spans of it: an owner and what they own (the party's
 * Michael Tien), names joined by “and”, somebody and the body they are of.
 */
export function namePartsOf(name: string, isKnown: IsKnown): Span[] {
  if (!LINKED.test(name)) return [{ start: 0, end: name.length }];
  const owned = split(name, /'s (?=\p{Lu})/gu, () => true);
  const joined = within(name, owned, (part) =>
    split(part, / and (?=\p{Lu})/gu, (before, after) => joinsNames(before, after, isKnown)),
  );
  return within(name, joined, (part) => split(part, / of (?:the )?(?=\p{Lu})/gu, isOfBody));
}
