import { matchesOf } from '../matches.ts';
import { twin } from '../twin.ts';
import type { Span } from '../../anchoring/paragraphs.ts';
import { withoutMarks } from '../shadow.ts';
import { GAZETTEER, placeKey } from './gazetteer.ts';
import { ANY_SIGN, SIGN } from './signs.ts';

/** A place of the gazetteer: `name` is the same for all its spellings. */
export type FoundPlace = Span & { readonly name: string };

const WORD = twin(/\p{Lu}\.(?:\p{Lu}\.)+|[\p{L}][\p{L}\p{M}']*(?:-[\p{L}\p{M}']+)*/gu);
const CAPITAL = /^(?:(?:al|el|ar|as|ez|az)-)?\p{Lu}/u;
const ARABIC = /^[\u0621-\u064a]/;
/** Written onto an Arabic word: and, so, in, to, as. */
const CLITIC = /^[وفبلك](?=[\u0621-\u064a]{3})/;
/** The article behind “to”: للرقة. */
const TO_THE = /^[وف]?لل/;
const LONGEST = 3;

/** What an Arabic word or name may be without what is written onto it, itself first. */
function stemsOf(words: string): string[] {
  const plain = withoutMarks(words);
  const once = plain.replace(CLITIC, '');
  // وكوباني: the second letter may be the name's own.
  return [plain, once, once.replace(CLITIC, ''), plain.replace(TO_THE, 'ال')];
}

function lookUp(words: string): string | undefined {
  const found = GAZETTEER.get(placeKey(words.replace(/'s?$/, '')));
  if (found || !ARABIC.test(words)) return found;
  for (const stem of stemsOf(words)) {
    const name = GAZETTEER.get(stem);
    if (name) return name;
  }
  return undefined;
}

/** The first words of all names; most words of a text are none, and need not be looked up with those behind them. */
const OPENING = new Set(
  [...GAZETTEER.keys()].map((key) => key.split(' ')[0] ?? '').concat('al', 'el', 'ar', 'as'),
);

const firstOf = (words: string): string => placeKey(words.replace(/'s?$/, '')).split(' ')[0] ?? '';

/** As {@link lookUp} does with all of a name: a clitic stands on its first word. */
function mayOpen(word: string): boolean {
  if (OPENING.has(firstOf(word))) return true;
  if (!ARABIC.test(word)) return false;
  return stemsOf(word).some((stem) => OPENING.has(stem));
}

const opening = new Map<string, boolean>();
/** Words of a language are few; a text made of random ones must not fill the memory. */
const MOST_WORDS = 20_000;

/** Whether a place of the gazetteer may begin with this word. */
export function opensPlace(word: string): boolean {
  const known = opening.get(word);
  if (known !== undefined) return known;
  if (opening.size >= MOST_WORDS) opening.clear();
  const opens = mayOpen(word);
  opening.set(word, opens);
  return opens;
}

/** The places that a stretch of a shadow text names, in order, in Latin or Arabic script. */
export function findPlaces(shadow: string, { start, end }: Span, signs = ANY_SIGN): FoundPlace[] {
  if ((signs & SIGN.place) === 0) return [];
  const stretch = shadow.slice(start, end);
  const words = matchesOf(WORD(stretch), stretch).map(({ index, 0: text }) => ({
    start: start + index,
    end: start + index + text.length,
    first: CAPITAL.test(text) || ARABIC.test(text),
  }));
  const places: FoundPlace[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first?.first || !opensPlace(shadow.slice(first.start, first.end))) continue;
    for (let count = LONGEST; count > 0; count -= 1) {
      const last = words[at + count - 1];
      if (!last || last.end - first.start > 40) continue;
      const text = shadow.slice(first.start, last.end);
      const name = lookUp(text);
      if (!name) continue;
      places.push({ start: first.start, end: last.end - (/'s?$/.exec(text)?.[0].length ?? 0), name });
      at += count - 1;
      break;
    }
  }
  return places;
}

/** Whether a name, as in the shadow text, is a place of the gazetteer. */
export const isKnownPlace = (name: string): boolean => lookUp(name) !== undefined;
