import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedBrackets, plainLetters } from '#renderer/importers/pdf/arabic.ts';
import { inReadingOrder, readsRightToLeft } from '#renderer/importers/pdf/order.ts';

const read = (seen: string, rightToLeft?: boolean): string =>
  inReadingOrder(Array.from(seen), (letter) => letter, rightToLeft).join('');
const backwards = (text: string): string => Array.from(text).reverse().join('');

describe('a line as it is seen, in the order in which it is read', () => {
  it('stays as it is without letters from right to left', () => {
    expect(read('They left at 5:10.')).toBe('They left at 5:10.');
  });

  it.each([
    ['words', 'وصل العناصر ليلا'],
    ['Hebrew', 'שלום עולם'],
  ])('is turned round in %s', (_, words) => {
    expect(read(backwards(words))).toBe(words);
  });

  it('keeps numbers with their signs from left to right', () => {
    expect(read(`2015 ${backwards('في 3 يوليو')}`)).toBe('في 3 يوليو 2015');
    expect(read(`12.5% ${backwards('نسبة')}`)).toBe('نسبة 12.5%');
    expect(read(`١٢٫٥ ${backwards('نسبة')}`)).toBe('نسبة ١٢٫٥');
  });

  it('keeps words from left to right, and the numbers with them', () => {
    expect(readsRightToLeft(Array.from('قالت Reuters 24 أمس'), true)).toBe(true);
    expect(read(`${backwards('أمس')} Reuters 24 ${backwards('قالت')}`, true)).toBe('قالت Reuters 24 أمس');
  });

  it('turns words from right to left inside a line that is not', () => {
    expect(read(`They call it ${backwards('دير الزور')} there.`)).toBe('They call it دير الزور there.');
    expect(read(`a list: ${backwards('بيت')} 12 ${backwards('شارع')} and more`)).toBe(
      'a list: شارع 12 بيت and more',
    );
  });

  it('never loses, doubles or makes a piece', () => {
    const letters = fc.constantFrom(...Array.from('ab ابت12.,()% -'), 'لا');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 60 }), (pieces) => {
        const items = pieces.map((text, at) => ({ text, at }));
        const ordered = inReadingOrder(items, ({ text }) => text);
        expect(ordered.map(({ at }) => at).sort((a, b) => a - b)).toEqual(items.map(({ at }) => at));
      }),
    );
  });
});

describe('letters', () => {
  it('stand for the shapes they take in a font, and nothing else is changed', () => {
    expect(plainLetters('ﻭﺻﻞ ﻻ ﬁnd')).toBe('وصل لا find');
    expect(plainLetters('½ … № é ﷼')).toBe('½ … № é ﷼');
  });
});

describe('brackets of a paragraph from right to left', () => {
  it('are turned where a program wrote them as they look', () => {
    expect(pairedBrackets('إلى البلدة )قرب الجسر( و»لا نعرف«')).toBe('إلى البلدة (قرب الجسر) و«لا نعرف»');
  });

  it('stay where they are right, or where turning helps nothing', () => {
    for (const right of ['البلدة (قرب الجسر)', 'أ) الأول ب) الثاني', '(مفتوح', 'لا شيء']) {
      expect(pairedBrackets(right)).toBe(right);
    }
  });
});
