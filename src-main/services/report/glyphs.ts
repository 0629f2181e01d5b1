import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether some bundled face draws a character. */
export type Glyphs = { has(codePoint: number): boolean };

const CMAP = 0x63_6d_61_70;
/** Characters above the last one a format 12 table of ours may hold are no characters. */
const HIGHEST = 0x10_ff_ff;

/** Where the character map of a font file begins. Throws when the file is no OpenType font. */
function characterMapAt(font: DataView): number {
  for (let table = 0; table < font.getUint16(4); table += 1) {
    const record = 12 + table * 16;
    if (font.getUint32(record) === CMAP) return font.getUint32(record + 8);
  }
  throw new Error('The font has no character map.');
}

type Mark = (first: number, last: number) => void;

/** Format 4: runs of characters below U+10000. */
function readSegments(font: DataView, at: number, mark: Mark): void {
  const doubled = font.getUint16(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = font.getUint16(at + 14 + segment);
    const first = font.getUint16(at + 16 + doubled + segment);
    if (first !== 0xff_ff) mark(first, last);
  }
}

/** Format 12: runs of any characters. */
function readGroups(font: DataView, at: number, mark: Mark): void {
  for (let group = 0; group < font.getUint32(at + 12); group += 1) {
    const record = at + 16 + group * 12;
    mark(font.getUint32(record), font.getUint32(record + 4));
  }
}

/** The characters a font draws, told run by run (OpenType, table "cmap"). */
function readCharacters(font: DataView, mark: Mark): void {
  const map = characterMapAt(font);
  for (let table = 0; table < font.getUint16(map + 2); table += 1) {
    const at = map + font.getUint32(map + 4 + table * 8 + 4);
    const format = font.getUint16(at);
    if (format === 4) readSegments(font, at, mark);
    if (format === 12) readGroups(font, at, mark);
  }
}

/** What the faces of a folder draw together. */
export function glyphsOf(folder: string): Glyphs {
  const drawn = new Uint8Array(HIGHEST + 1);
  const mark: Mark = (first, last) => void drawn.fill(1, first, Math.min(last, HIGHEST) + 1);
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.ttf')) continue;
    const bytes = readFileSync(join(folder, name));
    readCharacters(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), mark);
  }
  return { has: (codePoint) => drawn[codePoint] === 1 };
}
