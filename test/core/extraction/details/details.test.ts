import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailsIn } from '#core/extraction/details/details.ts';
import { findPlaces, isKnownPlace } from '#core/extraction/details/find-places.ts';
import { GAZETTEER } from '#core/extraction/details/gazetteer.ts';
import { shadowOf, withoutMarks } from '#core/extraction/shadow.ts';
import { anyText } from '../../anchoring/arbitraries.ts';

const read = (text: string) =>
  detailsIn(shadowOf(text), { start: 0, end: text.length }, { written: null, spoken: false }).map(
    ({ kind, start, end, value }) => `${kind}: ${text.slice(start, end)} = ${value ?? '?'}`,
  );

describe('details', () => {
  it('of a sum keep its currency', () => {
    expect(read('stealing nearly 200 thousand dollars of oil money')).toEqual([
      'money: 200 thousand dollars = USD 200000',
    ]);
    expect(read('over 422,000 euros, or $1.5 billion, or a billion Syrian pounds')).toEqual([
      'money: 422,000 euros = EUR 422000',
      'money: $1.5 billion = USD 1500000000',
      'money: a billion Syrian pounds = SYP 1000000000',
    ]);
    expect(read('سرقوا ٢٠٠ ألف دولار')).toEqual(['money: ٢٠٠ ألف دولار = USD 200000']);
  });

  it('tell percentages and counts apart', () => {
    expect(read('more than 5 leaders and 40 percent of 1,709 schoolchildren')).toEqual([
      'quantity: 5 leaders = 5',
      'percentage: 40 percent = 40 %',
      'quantity: 1,709 schoolchildren = 1709',
    ]);
    expect(read('ارتفعت ٤٠٪')).toEqual(['percentage: ٤٠٪ = 40 %']);
    expect(read('ارتفعت 40 بالمئة')).toEqual(['percentage: 40 بالمئة = 40 %']);
  });

  it('are no numbers within other words', () => {
    expect(read('Tennessee has 3 rivers, the sixth of which one-time guards watch')).toEqual([
      'quantity: 3 rivers = 3',
    ]);
  });

  it('count nothing where “one” stands for somebody', () => {
    expect(read('No one expected it, one of them fled, and the one who stayed knew')).toEqual([]);
    expect(read('in the 88th minute, at 3 a.m., two other men fled')).toEqual(['number: two = 2']);
    expect(read('one man in one million')).toEqual([
      'quantity: one man = 1',
      'number: one million = 1000000',
    ]);
  });

  it('know a place by all its spellings, in both scripts', () => {
    const spellings = ['Deir Ezzor', 'Dier Ezzor', 'Deir ez-Zor', 'دير الزور', 'بدير الزور'];
    for (const spelling of spellings) {
      expect(read(`x, ${spelling}.`)).toEqual([`place: ${spelling} = Deir ez-Zor`]);
    }
    expect(read('fled to Turkey from Albu Kamal')).toEqual([
      'place: Turkey = Turkey',
      'place: Albu Kamal = Albu Kamal',
    ]);
  });

  it('know every place of the gazetteer by every spelling, in Arabic behind a preposition as well', () => {
    for (const [key, name] of GAZETTEER) {
      const arabic = /^[\u0621-\u064a]/.test(key);
      const written = arabic ? key : key.replaceAll(/(?<=^|[ .])\p{Ll}/gu, (letter) => letter.toUpperCase());
      expect(isKnownPlace(written), key).toBe(true);
      // Of two letters nothing is taken off, and عمّان is told from عمان by its sign alone.
      const short = /^.{1,2}(?: |$)/.test(key) || withoutMarks(key) !== key;
      for (const before of arabic ? ['', ...(short ? [] : ['و', 'ب'])] : ['in ']) {
        const [found] = findPlaces(`${before}${written}.`, { start: 0, end: before.length + written.length });
        expect(found?.name, before + written).toBe(name);
      }
    }
  });

  it('leave the figures of a date to the date', () => {
    expect(read('in September 2014, 12 men')).toEqual([
      'date: September 2014 = 2014-09',
      'quantity: 12 men = 12',
    ]);
  });

  it('of any text are in order, apart and within it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom('5 ', '% ', '$', '1,000 ', 'Homs ', 'May ', 'حلب '))),
        (pieces) => {
          const text = pieces.join('');
          let last = 0;
          for (const { start, end } of detailsIn(
            shadowOf(text),
            { start: 0, end: text.length },
            { written: null, spoken: false },
          )) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
    );
  });
});
