import { describe, expect, it } from 'vitest';
import { isKnownPlace } from '#core/extraction/details/find-places.ts';
import { namesIn } from '#core/extraction/phrases/names-in.ts';
import { propose } from '#core/extraction/propose.ts';
import { shadowOf } from '#core/extraction/shadow.ts';

const read = (text: string): string[] =>
  namesIn(shadowOf(text), { start: 0, end: text.length }, isKnownPlace).map(
    ({ span, kind }) => `${kind} ${text.slice(span.start, span.end)}`,
  );
const about = (text: string): string[][] =>
  propose(text).claims.map(({ parties }) =>
    parties.flatMap(({ name, part }) => (part === 'subject' ? name : [])),
  );

describe('names in English', () => {
  it.each([
    [
      'two people',
      'Yesterday Lena Ostrow and Karim Haddad met.',
      'person Lena Ostrow',
      'person Karim Haddad',
    ],
    [
      'a party and its member',
      'The Harbour Party’s Lena Ostrow won.',
      'organisation Harbour Party',
      'person Lena Ostrow',
    ],
    [
      'a member and a party',
      'It was won by Lena Ostrow of the Harbour Party.',
      'person Lena Ostrow',
      'organisation Harbour Party',
    ],
    [
      'one body with “and” in it',
      'The Health and Safety Commission met.',
      'organisation Health and Safety Commission',
    ],
    ['initials', 'The judge, Karim T. Haddad, left.', 'person Karim T. Haddad'],
    ['a nickname', 'The men of “the Baker” fled.', 'person the Baker'],
    ['no towns', 'They met in Silver Creek and in Washington D.C. before they left.'],
    ['no countries', 'Both Malaysia and Indonesia refused.'],
    ['no streets, things or events', 'After the Harbour Festival they met at Long Bridge.'],
    ['no headlines', 'What Harbour Party Could Do When Up Against Ostrow.'],
    ['no word before a name', 'Unlike Lena Ostrow, nobody came.', 'person Lena Ostrow'],
    ['no months', 'They fled on 3 May 2014.'],
  ])('know %s', (_, text, ...names) => {
    expect(read(text)).toEqual(names);
  });

  it('are those of the only one who bears them where a family name stands alone', () => {
    expect(
      about('Lena Ostrow won the seat in March. Later Ostrow left the party that had helped her.'),
    ).toEqual([['Lena Ostrow'], ['Lena Ostrow']]);
  });

  it('are left open where two bear the family name', () => {
    const text =
      'Lena Ostrow won the seat in March. Karim Ostrow lost it. Later Ostrow left the party for good.';
    expect(about(text).at(-1)).toEqual([]);
  });
});

describe('an accusation', () => {
  const kinds = (text: string) => propose(text).claims.map(({ reasons }) => reasons.map(({ kind }) => kind));

  it('is one of somebody named only where a person is named', () => {
    expect(kinds('The men stole the money of the widows.')[0]).toContain('accusation');
    expect(kinds('Forty fighters stole the money on 3 May 2014.')[0]).toContain('accusation');
    expect(kinds('Karim Haddad stole the money of the widows.')[0]).toContain('accuses by name');
  });
});

describe('lines about the article', () => {
  it.each([
    'Source: https://example.org/news/the-night-in-the-town-and-what-came-of-it',
    'Image: The bridge in the town by night.',
    'المصدر: وكالة أنباء المدينة في الشمال.',
  ])('are no claims: %s', (line) => {
    expect(propose(`The bridge fell in the night.\n\n${line}`).claims).toHaveLength(1);
  });
});
