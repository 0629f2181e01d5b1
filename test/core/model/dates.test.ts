import { describe, expect, it } from 'vitest';
import { type DateWords, formatEdtf, isDay, normaliseEdtf, parseEdtf } from '#core/model/dates.ts';

const WORDS: DateWords = {
  about: (date) => `about ${date}`,
  perhaps: (date) => `perhaps ${date}`,
  yearUnknown: (date) => `${date} (year unknown)`,
  decade: (year) => `in ${year}`,
  season: (season, year) => `${season} ${year}`,
  between: (from, to) => `${from} to ${to}`,
  since: (from) => `since ${from}`,
  until: (to) => `until ${to}`,
};
const read = (edtf: string, locale = 'en-GB') => formatEdtf(edtf, locale, WORDS);

describe('a date', () => {
  it.each([
    '2014',
    '2014-09',
    '2014-09-30',
    '2014~',
    '2014-09?',
    '2014%',
    '201X',
    'XXXX-07',
    'XXXX-07-14',
    '2016-02-29',
    'XXXX-02-29',
    '2014-21',
    '2014-09/2015',
    '2014/..',
    '../2014',
    '/2014',
    '2014-09/2014',
    '2014-07-XX',
  ])('%s is one', (edtf) => expect(parseEdtf(edtf)).not.toBeNull());

  it.each([
    '',
    'July',
    '14',
    '2014-13',
    '2014-00',
    '2014-02-30',
    '2015-02-29',
    '2X14',
    '2014-21-01',
    '2014-XX-01',
    '2015/2014',
    '2014/2015/2016',
    '..',
    '../..',
    '/',
    '2014-9',
    '2014-09-30T10:00',
    '2014~~',
  ])('%j is none', (edtf) => expect(parseEdtf(edtf)).toBeNull());

  it.each([
    ['????-07', 'XXXX-07'],
    ['201?-07', '201X-07'],
    [' 2014 - 07 ', '2014-07'],
    ['2014–07', '2014-07'],
    ['xxxx-07', 'XXXX-07'],
    ['2014?', '2014?'],
    ['2014-07?', '2014-07?'],
  ])('typed as %j is kept as %s', (typed, edtf) => expect(normaliseEdtf(typed)).toBe(edtf));

  it('reads in words, in the language of the reader', () => {
    expect(read('2014-09-30')).toBe('30 September 2014');
    expect(read('2014-09')).toBe('September 2014');
    expect(read('2014~')).toBe('about 2014');
    expect(read('2014-07%')).toBe('perhaps about July 2014');
    expect(read('XXXX-07')).toBe('July (year unknown)');
    expect(read('XXXX-02-29')).toBe('29 February (year unknown)');
    expect(read('201X')).toBe('in 201X');
    expect(read('2014-22')).toBe('summer 2014');
    expect(read('2014-07/..')).toBe('since July 2014');
    expect(read('/2014')).toBe('until 2014');
    expect(read('2013/2014-07')).toBe('2013 to July 2014');
    expect(read('2014-07', 'de')).toBe('Juli 2014');
    expect(read('0099-07')).toMatch(/July 99/);
  });

  it('is shown as written when it is none', () => expect(read('last July')).toBe('last July'));

  it('is a day only with year, month and day', () => {
    expect(isDay('2015-03-01')).toBe(true);
    for (const text of ['2015-03', '2015-03-01?', '2015-02-30', '']) expect(isDay(text)).toBe(false);
  });
});
