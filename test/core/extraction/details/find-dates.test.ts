import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '#core/extraction/details/find-dates.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { parseEdtf } from '#core/model/dates.ts';
import { anyText } from '../../anchoring/arbitraries.ts';

const WRITTEN = { year: 2014, month: 7, day: 20 };
const read = (text: string, written: typeof WRITTEN | null = WRITTEN) =>
  findDates(shadowOf(text), { start: 0, end: text.length }, written).map(({ start, end, value }) => [
    text.slice(start, end),
    value?.edtf ?? null,
  ]);

describe('dates', () => {
  it.each([
    ['It was Friday, July 21, 2017.', 'Friday, July 21, 2017', '2017-07-21'],
    ['They met on 21 July 2017 in Paris.', '21 July 2017', '2017-07-21'],
    ['He defected In September 2014.', 'September 2014', '2014-09'],
    ['It opened on Sept. 14.', 'Sept. 14', 'XXXX-09-14'],
    ['In August. Nobody came.', 'August', 'XXXX-08'],
    ['during the current month “July” under', 'the current month “July”', 'XXXX-07'],
    ['Written 2014-09-03 by hand.', '2014-09-03', '2014-09-03'],
    ['Since 1958 nobody did.', '1958', '1958'],
    ['in the 1960s', 'the 1960s', '196X'],
    ['the center of the 20th century.', 'the 20th century', '19XX'],
    ['He left yesterday afternoon.', 'yesterday afternoon', '2014-07-19'],
    ['It fell last month.', 'last month', '2014-06'],
    ['We met three days ago.', 'three days ago', '2014-07-17'],
    ['Seventeen years ago it began.', 'Seventeen years ago', '1997~'],
    ['On Tuesday night they fled.', 'Tuesday night', null],
    ['owed from 2004 to 2009', '2004 to 2009', '2004/2009'],
    ['It runs January 23 - March 9 2014.', 'January 23 - March 9 2014', '2014-01-23/2014-03-09'],
    ['between July 2003 and December 2004.', 'July 2003 and December 2004', '2003-07/2004-12'],
  ])('are read in “%s”', (text, words, edtf) => {
    expect(read(text)).toEqual([[words, edtf]]);
  });

  it.each([
    ['وصل في ١٥ كانون الثاني ٢٠١٤ إلى المدينة.', '١٥ كانون الثاني ٢٠١٤', '2014-01-15'],
    ['صدر يوم 3 يناير 2014.', '3 يناير 2014', '2014-01-03'],
    ['وقع ذلك 10 تموز/يوليو 2014.', '10 تموز/يوليو 2014', '2014-07-10'],
    ['كتب في 12 رمضان 1435 هـ.', '12 رمضان 1435 هـ', '1435-09-12'],
    ['غادروا الشهر الماضي.', 'الشهر الماضي', null],
    ['هربوا قبل ثلاثة أيام.', 'قبل ثلاثة أيام', null],
  ])('are read in Arabic: “%s”', (text, words, edtf) => {
    expect(read(text)).toEqual([[words, edtf]]);
  });

  it('of the Hijri calendar stay in it', () => {
    const text = 'في 12 رمضان 1435';
    expect(findDates(shadowOf(text), { start: 0, end: text.length }, null)[0]?.value?.calendar).toBe('hijri');
  });

  it.each([
    'He waited for two weeks and 48 hours.',
    'They come every year.',
    'A boy aged 14 ran 1500 meters for $2000.',
    'It may march on.',
    'Some 1709 schoolchildren came at 15:11.',
  ])('are not in “%s”', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('relative to nobody knows when have no value', () => {
    expect(read('He left yesterday.', null)).toEqual([['yesterday', null]]);
  });

  it('of any text are in order, in it, apart, with values that are EDTF', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            anyText,
            fc.constantFrom('July ', '12 ', '2014', '-', ' to ', 'last week', 'رمضان ', '1435'),
          ),
        ),
        (pieces) => {
          const text = pieces.join('');
          let last = 0;
          for (const { start, end, value } of findDates(
            shadowOf(text),
            { start: 0, end: text.length },
            WRITTEN,
          )) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(value === null || parseEdtf(value.edtf) !== null).toBe(true);
            last = end;
          }
        },
      ),
    );
  });
});
