import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, spanOf } from '#core/model/date-span.ts';
import { parseEdtf } from '#core/model/dates.ts';
import { dayOfHijri, hijriOf } from '#core/model/hijri.ts';

const iso = (day: number | null): string | null =>
  day === null ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);

const told = (edtf: string, calendar: 'gregorian' | 'hijri' = 'gregorian') => {
  const span = spanOf(edtf, calendar);
  return (
    span && {
      ...span,
      from: iso(span.from),
      to: iso(span.to),
      sure: span.sure && [iso(span.sure.from), iso(span.sure.to)],
    }
  );
};

const plain = { approximate: false, uncertain: false };

describe('where a date stands in time', () => {
  it.each([
    ['2014-09-03', '2014-09-03', '2014-09-03', ['2014-09-03', '2014-09-03']],
    ['2014-09', '2014-09-01', '2014-09-30', null],
    ['2012-02', '2012-02-01', '2012-02-29', null],
    ['2014', '2014-01-01', '2014-12-31', null],
    ['201X', '2010-01-01', '2019-12-31', null],
    ['20XX', '2000-01-01', '2099-12-31', null],
    ['2014-22', '2014-06-01', '2014-08-31', null],
    ['2014-24', '2013-12-01', '2015-02-28', null],
    ['2014-07/2014-09', '2014-07-01', '2014-09-30', ['2014-07-31', '2014-09-01']],
    ['2014-07-01/2014-09-30', '2014-07-01', '2014-09-30', ['2014-07-01', '2014-09-30']],
    ['2014/2014-09', '2014-01-01', '2014-09-30', null],
    ['2014-09/..', '2014-09-01', null, ['2014-09-30', null]],
    ['/2014', null, '2014-12-31', [null, '2014-01-01']],
  ])('of %s is %s to %s, and surely %s', (edtf, from, to, sure) => {
    expect(told(edtf)).toEqual({ from, to, sure, ...plain });
  });

  it('says what is about, and what is perhaps: neither is sure', () => {
    expect(told('2014-09-03~')).toMatchObject({ sure: null, approximate: true, uncertain: false });
    expect(told('2014-09-03?')).toMatchObject({ sure: null, approximate: false, uncertain: true });
    expect(told('2014-09-03%')).toMatchObject({ sure: null, approximate: true, uncertain: true });
  });

  it('is nowhere without a year, or when it is no date', () => {
    for (const edtf of ['XXXX-07', 'XXXX-07-03', 'XXXX-07/2014', 'soon', ''])
      expect(spanOf(edtf, 'gregorian')).toBeNull();
  });

  it('of a Hijri date is that of its days in the other calendar', () => {
    expect(told('1435-09-01', 'hijri')).toMatchObject({ from: '2014-06-28', to: '2014-06-28' });
    expect(told('1435-09', 'hijri')).toMatchObject({ from: '2014-06-28', to: '2014-07-27', sure: null });
    expect(told('1435', 'hijri')).toMatchObject({ from: '2013-11-04', to: '2014-10-24' });
  });

  const point = fc
    .record({
      year: fc.integer({ min: 1, max: 2999 }),
      unknown: fc.integer({ min: 0, max: 3 }),
      month: fc.option(fc.integer({ min: 1, max: 12 })),
      day: fc.option(fc.integer({ min: 1, max: 28 })),
      mark: fc.constantFrom('', '~', '?', '%'),
    })
    .map(({ year, unknown, month, day, mark }) => {
      const digits = String(year)
        .padStart(4, '0')
        .slice(0, 4 - unknown)
        .padEnd(4, 'X');
      const two = (number: number) => `-${String(number).padStart(2, '0')}`;
      return digits + (month === null ? '' : two(month) + (day === null ? '' : two(day))) + mark;
    });
  const edtf = fc.oneof(
    point,
    fc.tuple(fc.option(point, { nil: '..' }), fc.option(point, { nil: '..' })).map((ends) => ends.join('/')),
  );

  it('never ends before it begins, and is sure only within what it may be', () => {
    fc.assert(
      fc.property(edtf, fc.constantFrom('gregorian', 'hijri'), (text, calendar) => {
        const span = spanOf(text, calendar);
        const { from = null, to = null, sure = null } = span ?? {};
        const low = from ?? Number.NEGATIVE_INFINITY;
        const high = to ?? Number.POSITIVE_INFINITY;
        expect(span === null || parseEdtf(text) !== null).toBe(true);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeLessThanOrEqual(sure?.from ?? low);
        expect(high).toBeGreaterThanOrEqual(sure?.to ?? high);
        expect((sure?.from ?? Number.NEGATIVE_INFINITY) <= (sure?.to ?? Number.POSITIVE_INFINITY)).toBe(true);
      }),
    );
  });

  it('holds every day of its month and year, and no day of another', () => {
    const day = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(2999, 12, 31) });
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (number, shift) => {
        const text = iso(number) ?? '';
        const other = iso(number + shift) ?? '';
        for (const length of [4, 7, 10]) {
          const span = spanOf(text.slice(0, length), 'gregorian');
          const within =
            span !== null && (span.from ?? 0) <= number + shift && number + shift <= (span.to ?? 0);
          expect(within).toBe(other.slice(0, length) === text.slice(0, length));
        }
      }),
    );
  });
});

describe('the Hijri calendar', () => {
  it('leads back to the same day, from 1937 to 2077', () => {
    const day = fc.integer({ min: dayNumber(1937, 3, 14), max: dayNumber(2077, 11, 16) });
    fc.assert(
      fc.property(day, (number) => {
        expect(dayOfHijri(hijriOf(number))).toBe(number);
      }),
    );
  });
});
