import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideDates } from '#core/facts/beside.ts';
import { compareTimes } from '#core/facts/compare-times.ts';
import type { FactTime } from '#core/facts/file-facts.ts';
import { momentIn } from '#core/facts/moments.ts';

const at = (local: string, zone: string | null = null): FactTime => ({ what: 'taken', local, zone });

describe('moments in files', () => {
  it.each([
    ['2014:10:02 15:04:05', '2014-10-02T15:04:05', null],
    ['2014-10-02T15:04:05+03:00', '2014-10-02T15:04:05', '+03:00'],
    ["D:20141002150405+03'00'", '2014-10-02T15:04:05', '+03:00'],
    ['D:20141002150405Z', '2014-10-02T15:04:05', 'Z'],
    ['2014-10-02 15:04:05 UTC', '2014-10-02T15:04:05', 'Z'],
    ['UTC 2014-10-02 15:04:05', '2014-10-02T15:04:05', 'Z'],
    ['2014-10-02T15:04:05.123-0500', '2014-10-02T15:04:05', '-05:00'],
    ['2014:10:02', '2014-10-02', null],
    ['2014-10-02T15:04', '2014-10-02T15:04:00', null],
  ])('are read as they are written: %s', (words, local, zone) => {
    expect(momentIn('taken', words)).toEqual({ what: 'taken', local, zone });
  });

  it.each([
    '0000:00:00 00:00:00',
    '1904-01-01 00:00:00 UTC',
    '2014:13:40 99:99:99',
    'yesterday',
    '',
    7,
    null,
  ])('are none where a device had no clock or the words are none: %s', (words) =>
    expect(momentIn('taken', words)).toBeNull(),
  );
});

describe('a file’s time beside a date', () => {
  it.each([
    [at('2014-10-02T15:04:05', '+03:00'), '2014-10-02', { kind: 'fits' }],
    // Late in the evening without a zone: already the next day somewhere.
    [at('2014-10-01T20:00:00'), '2014-10-02', { kind: 'fits' }],
    [at('2014-10-02T15:04:05', 'Z'), '2014-10', { kind: 'fits' }],
    [at('2014-10-02T15:04:05', 'Z'), '2014-21', { kind: 'later', days: 123 }],
    [at('2014-10-02T15:04:05', 'Z'), '../2014-09-20', { kind: 'later', days: 11 }],
    [at('2013-05-01'), '2014-10-02', { kind: 'earlier', days: 516 }],
    [at('2014-10-02T15:04:05', '+03:00'), '2014-10-02T12:04:05Z', { kind: 'fits' }],
    [at('2014-10-02T15:04:05', '+03:00'), '2014-10-02T12:04:04Z', { kind: 'later', days: 0 }],
    [at('2014-10-02T15:04:05', 'Z'), '2010~', null],
    [at('2014-10-02T15:04:05', 'Z'), 'XXXX-07', null],
  ])('%j and %s', (time, given, verdict) => expect(compareTimes(time, given)).toEqual(verdict));

  it('fits its own day in whatever zone, and never a day a week off', () => {
    const day = fc.date({
      min: new Date('1950-01-08T00:00:00Z'),
      max: new Date('2090-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const zone = fc.constantFrom(null, 'Z', '+03:00', '-11:00', '+14:00');
    fc.assert(
      fc.property(day, zone, (moment, stated) => {
        const time = at(moment.toISOString().slice(0, 19), stated);
        const dayAfter = (days: number) =>
          new Date(moment.getTime() + days * 86_400_000).toISOString().slice(0, 10);
        expect(compareTimes(time, dayAfter(0))).toEqual({ kind: 'fits' });
        expect(compareTimes(time, dayAfter(7))?.kind).toBe('earlier');
        expect(compareTimes(time, dayAfter(-7))?.kind).toBe('later');
      }),
    );
  });

  it('older than its receipt is no news; younger is', () => {
    const received = (given: string) => [{ from: 'receipt', ref: null, given } as const];
    expect(besideDates([at('2014-10-02T15:04:05', 'Z')], received('2014-12-01'))).toEqual([]);
    expect(besideDates([at('2014-10-02T15:04:05', 'Z')], received('2014-09-01'))).toMatchObject([
      { verdict: { kind: 'later' } },
    ]);
  });
});
