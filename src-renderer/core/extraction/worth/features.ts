import type { Word } from './tokens.ts';

/** Places in the table of weights: 20 bits of a hash. */
export const PLACES = 1 << 20;

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Hash of what is followed by something else; (a, b) and (b, a) differ. */
const followedBy = (hash: number, next: number): number => {
  const mixed = Math.imul(hash ^ (next >>> 15) ^ 0x9e3779b9, 0x85ebca6b) ^ next;
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
};

const placeOf = (hash: number): number => ((hash >>> 20) ^ hash) & (PLACES - 1);

const SUFFIX = /(?<=\p{L}{3})(?:ing|ed|ly|tions?|ments?|ness|ity|ers?|est|s)$/u;

type Hashes = { readonly word: number; readonly stem: number };

const known = new Map<string, Hashes>();
/** Words of any language are few; a text made of random ones must not fill the memory. */
const MOST_KNOWN = 50_000;

function hashesOf(word: string): Hashes {
  const found = known.get(word);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const hashes = { word: hashOf(word), stem: hashOf(`~${word.replace(SUFFIX, '')}`) };
  known.set(word, hashes);
  return hashes;
}

/** Places already met, by open addressing: asked a hundred times a sentence, a Set is too slow. */
const SLOTS = 4096;
const MOST_PLACES = 3000;
const met = new Int32Array(SLOTS);

/** Whether this place is met for the first time; a sentence has far fewer places than there are slots. */
function isNew(place: number): boolean {
  for (let slot = Math.imul(place, 0x9e3779b1) >>> 20; ; slot = (slot + 1) & (SLOTS - 1)) {
    const held = met[slot];
    if (held === -1) {
      met[slot] = place;
      return true;
    }
    if (held === place) return false;
  }
}

const EDGE: Hashes = hashesOf('<>');

/**
 * What the model sees of a sentence besides its cues: the places of its words, word stems, pairs and
 * triples, each once.
 */
export function placesOf(sentence: readonly Word[]): number[] {
  const words = [EDGE, ...sentence.map(({ key }) => hashesOf(key)), EDGE];
  const places: number[] = [];
  met.fill(-1);
  const add = (place: number): void => {
    if (places.length < MOST_PLACES && isNew(place)) places.push(place);
  };
  words.forEach(({ word, stem }, at) => {
    add(placeOf(word));
    add(placeOf(stem));
    const next = words[at + 1];
    if (!next) return;
    const pair = followedBy(word, next.word);
    add(placeOf(pair));
    const third = words[at + 2];
    if (third) add(placeOf(followedBy(pair, third.word)));
  });
  return places;
}

/** Place of two words that follow each other. */
export const placeOfPair = (first: string, second: string): number =>
  placeOf(followedBy(hashesOf(first).word, hashesOf(second).word));
