import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from '#core/queries/names-in.ts';
import { suggestStatement } from '#core/queries/suggest-statement.ts';
import { foldText } from '#core/text/fold.ts';

describe('the names in an enumeration', () => {
  it.each([
    [
      'including “Amer Al-Naklawi – Yousef Orfali – Al-Espani”',
      ['Amer Al-Naklawi', 'Yousef Orfali', 'Al-Espani'],
    ],
    ['Amer al-Naklawi, Yousef Orfali, and "al-Espani"', ['Amer al-Naklawi', 'Yousef Orfali', 'al-Espani']],
    ['Ali and Omar fled to Turkey', ['Ali', 'Omar']],
    ['among them were Ali, Omar & Abu Obeida', ['Ali', 'Omar', 'Abu Obeida']],
    ['عامر النكلاوي، يوسف أورفلي و الإسباني', ['عامر النكلاوي', 'يوسف أورفلي', 'الإسباني']],
    ['Fayez al-Hammadi was arrested', []],
    ['they fled, and then came back', []],
    ['', []],
  ])('of %j', (words, names) => {
    expect(namesIn(words).map(({ text }) => text)).toEqual(names);
  });

  it('stand where it says, one after the other', () => {
    const words = fc
      .array(
        fc.constantFrom('Ali', 'abu', 'Al-Deri', 'and', ',', '–', ' ', '“', '”', 'fled', 'و', 'عمر', '.'),
      )
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), (exact) => {
        let end = 0;
        for (const name of namesIn(exact)) {
          expect(exact.slice(name.start, name.end)).toBe(name.text);
          expect(name.start).toBeGreaterThanOrEqual(end);
          end = name.end;
        }
      }),
    );
  });
});

describe('the statement suggested for words', () => {
  it.each([
    ['“we saw\n  them flee”,', 'We saw them flee.'],
    ['and that they fled!', 'And that they fled!'],
    ['élan', 'Élan.'],
    ['أبو حجر انشق؟', 'أبو حجر انشق؟'],
    [' – “” ', ''],
  ])('%j is %j', (exact, statement) => expect(suggestStatement(exact)).toBe(statement));

  it('is one line and stays as it is when suggested again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (exact) => {
        const statement = suggestStatement(exact);
        expect(statement).not.toMatch(/[\n\r\t]/);
        expect(suggestStatement(statement)).toBe(statement);
      }),
    );
  });
});

describe('folded text', () => {
  it.each([
    ['Résumé ÉCOLE', 'resume ecole'],
    ['أبو حجر إلى آخر', 'ابو حجر الي اخر'],
    ['فرَّ القـــادة', 'فر القاده'],
    ['٢٠١٤ ۲۰۱۴', '2014 2014'],
    ['کویتی', 'كويتي'],
    ['a\u200fb', 'ab'],
  ])('%j reads %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('folds no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
