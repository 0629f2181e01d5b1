import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '#core/text/fold.ts';
import { findFolded, foldWithOffsets } from '#core/text/fold-offsets.ts';

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        'أبو',
        'عَبِيدة',
        'ـــ',
        '٢٠١٤',
        'é',
        'e\u0301',
        'ß',
        'ﬁ',
        'Σίσυφος',
        '\ud83d',
        '\u200f',
        'İ',
        'ﷺ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('folded text', () => {
  it.each([
    ['letters in upper case', 'DEIR EzZor', 'deir ezzor'],
    ['accents', 'Émigré', 'emigre'],
    ['forms of alef', 'أإآٱا', 'ااااا'],
    ['ya and alef maqsura, Persian ya', 'ىيی', 'ييي'],
    ['hamza on its carriers', 'ؤئ', 'وي'],
    ['ta marbuta', 'عبيدة', 'عبيده'],
    ['Persian kaf', 'ک', 'ك'],
    ['vowel signs', 'عَبْدُ', 'عبد'],
    ['the stretching of words', 'ديـــر', 'دير'],
    ['Arabic and Persian digits', '٢٠١٤ ۱۹', '2014 19'],
    ['marks of direction', '\u200fدير\u200e', 'دير'],
    ['the Greek sigma at the end of a word', 'ΣΑΣ', 'σασ'],
  ])('does not tell %s apart', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('stays the same folded again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it('is the same with offsets, which lead back in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, offsets } = foldWithOffsets(text);
        expect(folded).toBe(foldText(text));
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
        expect(offsets.at(-1)).toBe(text.length);
      }),
    );
  });
});

describe('words found in a text', () => {
  const places = (text: string, words: string) =>
    findFolded(foldWithOffsets(text), words).map(({ start, end }) => text.slice(start, end));

  it('are given as they stand there', () => {
    expect(places('قال أَبُو عبيدة المصري', 'ابو عبيده')).toEqual(['أَبُو عبيدة']);
    expect(places('In ٢٠١٤ and 2014.', '2014')).toEqual(['٢٠١٤', '2014']);
    expect(places('Straße', 'strasse')).toEqual(['Straße']);
    expect(places('Straße', 'stras')).toEqual(['Straß']);
    expect(places('cafe\u0301 noir', 'CAFÉ')).toEqual(['cafe\u0301']);
  });

  it('are none for words that fold to nothing', () => {
    expect(places('دير', '')).toEqual([]);
    expect(places('دير', 'ـ')).toEqual([]);
  });

  it('fold to what was looked for, or hold it within a letter', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, words) => {
        const text = `${before}${words}`;
        const wanted = foldText(words);
        const found = findFolded(foldWithOffsets(text), words);
        expect(found.length > 0).toBe(wanted !== '');
        for (const { start, end } of found) {
          expect(end).toBeGreaterThan(start);
          expect(foldText(text.slice(start, end))).toContain(wanted);
        }
      }),
    );
  });
});
