import { type Known, knownOf } from './lexicon.ts';
import type { Word } from './tokens.ts';

/** Places in the table of weights: 20 bits of a hash. */
export const PLACES = 1 << 20;

/** Hash of what is followed by something else; (a, b) and (b, a) differ. */
const followedBy = (hash: number, next: number): number => {
  const mixed = Math.imul(hash ^ (next >>> 15) ^ 0x9e3779b9, 0x85ebca6b) ^ next;
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
};

const placeOf = (hash: number): number => ((hash >>> 20) ^ hash) & (PLACES - 1);

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

const EDGE: Known = knownOf('<>');

/**
 * What the model sees of a sentence besides its cues: the places of its words, word stems, pairs and
 * triples, each once.
 */
export function placesOf(sentence: readonly Word[]): number[] {
  const words = [EDGE, ...sentence.map(({ known }) => known), EDGE];
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
export const placeOfPair = (first: Word, second: Word): number =>
  placeOf(followedBy(first.known.word, second.known.word));
