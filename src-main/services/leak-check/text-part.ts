import type { Piece, Place } from './leak.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
};

/** Character references of HTML and XML as characters. */
const decoded = (text: string): string =>
  text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const TAG = /<!--[\s\S]*?-->|<[^>]*>/gu;

/** The readings of markup: as it stands, its words run together, its words apart. */
export function* markupPieces(text: string, place: Place): Generator<Piece> {
  yield { place, text: decoded(text) };
  // A name may be cut by tags, or two words held apart by nothing else.
  yield { place, text: decoded(text.replaceAll(TAG, '')) };
  yield { place, text: decoded(text.replaceAll(TAG, ' ')) };
}

/** Every string within a JSON value, names of fields included. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const held of value) yield* stringsIn(held);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, held] of Object.entries(value)) {
      yield key;
      yield* stringsIn(held);
    }
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The readings of a text: JSON by its strings, markup without its tags, quotes doubled by CSV once. */
export function* textPieces(text: string, place: Place): Generator<Piece> {
  const start = text.trimStart()[0];
  const value = start === '{' || start === '[' ? parsed(text) : undefined;
  if (value !== undefined) {
    yield { place, text: [...stringsIn(value)].join('\n') };
    return;
  }
  if (start === '<') yield* markupPieces(text, place);
  else yield { place, text: text.includes('""') ? text.replaceAll('""', '"') : text };
  for (const [, inner = ''] of text.matchAll(
    /<script[^>]*type="application\/(?:ld\+)?json"[^>]*>([\s\S]*?)<\/script>/giu,
  )) {
    const data = parsed(inner);
    if (data !== undefined) yield { place, text: [...stringsIn(data)].join('\n') };
  }
}
