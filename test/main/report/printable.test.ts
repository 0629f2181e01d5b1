import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { glyphsOf } from '#main/services/report/glyphs.ts';
import { balanced, printable, printableData } from '#main/services/report/printable.ts';

const glyphs = glyphsOf(fileURLToPath(new URL('../../../resources/fonts', import.meta.url)));

describe('the bundled faces', () => {
  it('draw the scripts cases are written in', () => {
    const drawn = 'Deir ez-Zor, Łódź, Đặng, Київ, Ελλάδα, دير الزور, گچپژ ۱۲۳, ڤێژەر, דיר א-זור, € “–” … → №';
    expect(printable(drawn, glyphs)).toBe(drawn);
  });

  it('draw signs of messages, but not every script there is', () => {
    expect(glyphs.has(0x1f6a9)).toBe(true);
    expect(glyphs.has(0x4e2d)).toBe(false);
    expect(glyphs.has(0x07)).toBe(false);
  });
});

describe('a text made printable', () => {
  it('stays as it is where every character is drawn', () => {
    const text = 'قال زيد: “We saw” 🚩\u200f (2014)\n\tne\u00a0xt';
    expect(printable(text, glyphs)).toBe(text);
  });

  it('shows the code point of what no face draws, and of half a character', () => {
    expect(printable('see 中文 \ud83d!', glyphs)).toBe('see [U+4E2D][U+6587] [U+D83D]!');
    expect(printable('bell \u0007', glyphs)).toBe('bell [U+0007]');
  });

  it('loses a byte order mark and nothing else', () => {
    expect(printable('\ufeffأبو أنس', glyphs)).toBe('أبو أنس');
  });

  it('is made everywhere in the data, names of fields left alone', () => {
    expect(printableData({ 中: ['中', 1, null, { a: '中b' }] }, glyphs)).toEqual({
      中: ['[U+4E2D]', 1, null, { a: '[U+4E2D]b' }],
    });
  });
});

describe('changes of direction', () => {
  it('end where their line ends', () => {
    expect(balanced('a \u202eb\nc \u2067\u202ad')).toBe('a \u202eb\u202c\nc \u2067\u202ad\u202c\u2069');
  });

  it('cannot end what the report itself began', () => {
    expect(balanced('a\u2069 b\u202c \u2067c\u202c\u2069')).toBe('a b \u2067c\u2069');
  });
});
