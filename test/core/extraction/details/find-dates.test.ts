import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '#core/extraction/details/find-dates.ts';
import type { Written } from '#core/extraction/details/written.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { parseEdtf } from '#core/model/dates.ts';
import { anyText } from '../../anchoring/arbitraries.ts';

const WRITTEN: Written = { year: 2014, month: 7, day: 20 };
const read = (text: string, written: Written | null = WRITTEN) =>
  findDates(shadowOf(text), { start: 0, end: text.length }, written).map(({ start, end, value }) => [
    text.slice(start, end),
    value?.edtf ?? null,
  ]);

describe('dates', () => {
  it.each([
    ['It was Friday, July 21, 2017.', 'Friday, July 21, 2017', '2017-07-21'],
    ['They met on 21 July 2017 in Paris.', '21 July 2017', '2017-07-21'],
    ['He defected In September 2014.', 'September 2014', '2014-09'],
    ['It opened on Sept. 14.', 'Sept. 14', '2013-09-14?'],
    ['In August nobody came.', 'August', '2013-08?'],
    ['during the current month “July” under', 'the current month “July”', '2014-07'],
    ['Written 2014-09-03 by hand.', '2014-09-03', '2014-09-03'],
    ['Since 1958 nobody did.', '1958', '1958'],
    ['in the 1960s', 'the 1960s', '196X'],
    ['the center of the 20th century.', 'the 20th century', '19XX'],
    ['He left yesterday afternoon.', 'yesterday afternoon', '2014-07-19'],
    ['It fell last month.', 'last month', '2014-06'],
    ['We met three days ago.', 'three days ago', '2014-07-17'],
    ['Seventeen years ago it began.', 'Seventeen years ago', '1997~'],
    ['On Tuesday night they fled.', 'Tuesday night', '2014-07-15'],
    ['They will vote on Tuesday.', 'Tuesday', '2014-07-22'],
    ['Tuesday is a day.', 'Tuesday', null],
    ['It began last Monday.', 'last Monday', '2014-07-14?'],
    ['It began on Sunday.', 'Sunday', '2014-07-20?'],
    ['He said it would be held next Friday.', 'next Friday', '2014-07-25?'],
    ['It fell last week.', 'last week', '2014-07-07~/2014-07-19~'],
    ['They met last weekend.', 'last weekend', null],
    ['He came the day before yesterday.', 'day before yesterday', '2014-07-18'],
    ['It was made two weeks ago.', 'two weeks ago', '2014-07-06~'],
    ['over the past three years', 'the past three years', '2011~/2014'],
    ['They met a few days ago.', 'a few days ago', null],
    ['He came back two days later.', 'two days later', null],
    ['It rose this year.', 'this year', '2014'],
    ['It fell by the end of last year.', 'the end of last year', '2013'],
    ['It rained last summer.', 'last summer', '2013-22?'],
    ['He was killed on July 8.', 'July 8', '2014-07-08'],
    ['It was closed on Tuesday, July 9.', 'Tuesday, July 9', '2013-07-09'],
    ['It will open on December 11.', 'December 11', '2014-12-11?'],
    ['Today 100,000 people live there.', 'Today', '2014-07-20~'],
    [
      'The fair is to be held from November 20 to January 3.',
      'November 20 to January 3',
      '2014-11-20?/2015-01-03?',
    ],
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
    ['غادروا الشهر الماضي.', 'الشهر الماضي', '2014-06'],
    ['هربوا قبل ثلاثة أيام.', 'قبل ثلاثة أيام', '2014-07-17'],
    ['وصلوا قبل يومين.', 'قبل يومين', '2014-07-18'],
    ['قال أمس إنه غادر.', 'أمس', '2014-07-19'],
    ['أعلنت الوزارة اليوم الأحد أنها أغلقت الجسر.', 'اليوم الأحد', '2014-07-20'],
    ['غادروا الثلاثاء الماضي.', 'الثلاثاء الماضي', '2014-07-15?'],
    ['سيجتمعون يوم الجمعة.', 'يوم الجمعة', '2014-07-25'],
    ['الشهر الجاري', 'الشهر الجاري', '2014-07'],
    ['بدأ العام المقبل', 'العام المقبل', '2015'],
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
    expect(read('during the current month “July” under', null)[0]?.[1]).toBe('XXXX-07');
  });

  it('of a day without its year are counted as far as that goes', () => {
    const written = { year: null, month: 3, day: 1 };
    expect(read('He left yesterday.', written)).toEqual([['yesterday', null]]);
    expect(read('He left today.', written)).toEqual([['today', 'XXXX-03-01']]);
    expect(read('He came on Monday last month.', written).map(([, edtf]) => edtf)).toEqual([null, null]);
  });

  it('behind another year keep their own open', () => {
    const text = 'In 2011 he fled. In March he was caught.';
    expect(read(text).map(([, edtf]) => edtf)).toEqual(['2011', 'XXXX-03']);
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
