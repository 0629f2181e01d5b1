/** Characters of an indexed piece, and the distance of their starts. */
const GRAM = 16;
/** Words shorter than this are searched without the index: no whole piece need stand in them. */
const SHORTEST = 2 * GRAM - 1;

/** Finds where words stand in one text, as often as they are asked for: a case has thousands of anchors. */
export type TextIndex = {
  readonly text: string;
  /** The first places where these words stand, in order, overlapping ones included. */
  placesOf(words: string, limit: number): number[];
};

function scan(text: string, words: string, limit: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && places.length < limit; at = text.indexOf(words, at + 1)) {
    places.push(at);
  }
  return places;
}

/** An index of every sixteenth piece of the text: any words of twice its length hold one of these whole. */
export function indexText(text: string): TextIndex {
  const grams = new Map<string, number[]>();
  for (let at = 0; at + GRAM <= text.length; at += GRAM) {
    const gram = text.slice(at, at + GRAM);
    const held = grams.get(gram);
    if (held) held.push(at);
    else grams.set(gram, [at]);
  }
  return {
    text,
    placesOf(words, limit) {
      if (words === '') return [];
      if (words.length < SHORTEST) return scan(text, words, limit);
      const places = new Set<number>();
      for (let offset = 0; offset < GRAM; offset += 1) {
        for (const at of grams.get(words.slice(offset, offset + GRAM)) ?? []) {
          const start = at - offset;
          if (start >= 0 && text.startsWith(words, start)) places.add(start);
        }
      }
      return [...places].sort((a, b) => a - b).slice(0, limit);
    },
  };
}
