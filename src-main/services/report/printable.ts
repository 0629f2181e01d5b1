import type { Json } from '#core/model/json.ts';
import type { Glyphs } from './glyphs.ts';

const PLAIN = /^[\n\x20-\x7e]*$/;
/** Drawn by nobody and needed by nobody's eyes: they pass without a glyph. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;
/** Forbidden in PDF/UA; at the head of a text it is only a byte order mark. */
const BYTE_ORDER_MARK = '\ufeff';

const LINE_END = '\n';
const POP_EMBEDDING = '\u202c';
const POP_ISOLATE = '\u2069';
/** What ends each invisible change of direction (UAX #9). */
const ENDS: Readonly<Record<string, string>> = {
  '\u202a': POP_EMBEDDING,
  '\u202b': POP_EMBEDDING,
  '\u202d': POP_EMBEDDING,
  '\u202e': POP_EMBEDDING,
  '\u2066': POP_ISOLATE,
  '\u2067': POP_ISOLATE,
  '\u2068': POP_ISOLATE,
};

/**
 * Every change of direction ended where its line ends, none ended that the line did not begin:
 * without it a quotation could turn the words of the report that follow it.
 */
export function balanced(text: string): string {
  let open: string[] = [];
  let out = '';
  for (const character of text) {
    const end = ENDS[character];
    if (character === LINE_END) {
      out += open.reverse().join('');
      open = [];
    } else if (end !== undefined) open.push(end);
    else if (character === POP_EMBEDDING || character === POP_ISOLATE) {
      if (open.at(-1) !== character) continue;
      open.pop();
    }
    out += character;
  }
  return out + open.reverse().join('');
}

const codePoint = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * A text as the bundled faces can print it: a character that none of them draws stands there as its
 * code point (`[U+4E2D]`), so that nothing goes missing unseen.
 */
export function printable(text: string, glyphs: Glyphs): string {
  if (PLAIN.test(text)) return text;
  let out = '';
  for (const character of balanced(text)) {
    if (character === BYTE_ORDER_MARK) continue;
    const drawn = glyphs.has(character.codePointAt(0) ?? 0) || INVISIBLE.test(character);
    out += drawn ? character : codePoint(character);
  }
  return out;
}

/** The same data with every text in it printable; names of fields stay. */
export function printableData(data: Json, glyphs: Glyphs): Json {
  if (typeof data === 'string') return printable(data, glyphs);
  if (data === null || typeof data !== 'object') return data;
  if (Array.isArray(data)) return data.map((item) => printableData(item, glyphs));
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, printableData(value, glyphs)]),
  );
}
