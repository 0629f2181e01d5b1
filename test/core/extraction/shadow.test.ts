import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shadowOf, withoutMarks } from '#core/extraction/shadow.ts';

const UNITS = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 });

describe('the shadow of a text', () => {
  it('has one shape for each kind of quotation mark, space and line end', () => {
    expect(shadowOf('« Oui », “no” „nein‟ ‘so’\u00a0\u200fx\r\n\u2028')).toBe(
      '" Oui ", "no" "nein" \'so\'  x\n\n\n',
    );
  });

  it('has one letter for each family of Arabic variants, Western digits and stops', () => {
    expect(shadowOf('أكّد، إنّ آخر المدينة عام ٢٠١٤؟')).toBe('اكّد, انّ اخر المدينه عام 2014?');
    expect(withoutMarks('وفقًا')).toBe('وفقا');
    expect(withoutMarks('قـــال')).toBe('قال');
  });

  it('leaves plain text and Arabic without variants as they are', () => {
    expect(shadowOf('He said: "no".\nYes.')).toBe('He said: "no".\nYes.');
    expect(shadowOf('قال')).toBe('قال');
  });

  it('keeps every offset of any text, half surrogate pairs and all, and is its own shadow', () => {
    fc.assert(
      fc.property(UNITS, (units) => {
        const text = String.fromCharCode(...units);
        const shadow = shadowOf(text);
        expect(shadow.length).toBe(text.length);
        expect(shadowOf(shadow)).toBe(shadow);
        expect(shadow).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
        for (const index of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) {
          expect(shadow.slice(index.index, index.index + 2)).toBe(index[0]);
        }
      }),
    );
  });
});
