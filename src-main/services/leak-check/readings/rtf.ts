import { inCharset } from './charset.ts';

const START = /^\s*\{\\rtf/u;
const TOKEN = /\\'([0-9a-f]{2})|\\([a-z]+)(-?\d+)? ?|\\([^a-z])|([{}])|\r?\n|([^\\{}\r\n]+)/giu;
/** Hexadecimal pictures and objects: many letters, nothing else. */
const PACKED = /(?:[0-9a-f]{2}\s*){32,}/giu;
/** Control words that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  tab: '\t',
  cell: ' ',
  row: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};

export const isRtf = (text: string): boolean => START.test(text);

/** The words of a Rich Text document as they are read (RTF 1.9.1: `\'hh`, `\uN` with `\ucN`, `\ansicpg`). */
export function rtfWords(text: string): string {
  const charset = `windows-${/\\ansicpg(\d+)/u.exec(text)?.[1] ?? '1252'}`;
  let said = '';
  let bytes: number[] = [];
  let skipped = 1;
  let toSkip = 0;
  const flush = (): void => {
    if (bytes.length > 0) said += inCharset(Uint8Array.from(bytes), charset);
    bytes = [];
  };
  for (const [, hex, word, number, sign, , plain] of text.matchAll(TOKEN)) {
    if (hex !== undefined) {
      // Behind a `\u` stands the same letter once more for old readers.
      if (toSkip > 0) toSkip -= 1;
      else bytes.push(Number.parseInt(hex, 16));
      continue;
    }
    flush();
    if (word === 'uc') skipped = Number(number ?? '1');
    else if (word === 'u' && number !== undefined) {
      said += String.fromCharCode(Number(number) & 0xffff);
      toSkip = skipped;
      continue;
    } else if (word !== undefined) said += SIGNS[word] ?? '';
    else if (sign !== undefined)
      said += sign === '~' ? '\u00a0' : sign === '-' ? '' : sign === '*' ? '' : sign;
    else if (plain !== undefined) {
      said += plain.slice(toSkip);
    }
    toSkip = 0;
  }
  flush();
  return said;
}

/** Pictures and objects within it, as bytes. */
export function* rtfObjects(text: string): Generator<Uint8Array> {
  for (const [letters] of text.matchAll(PACKED)) yield Buffer.from(letters.replaceAll(/\s/gu, ''), 'hex');
}
