import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '#core/extraction/blocks.ts';
import { dayOfWriting } from '#core/extraction/details/day-of-writing.ts';
import { propose } from '#core/extraction/propose.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { anyText } from '../../anchoring/arbitraries.ts';

function written(text: string, published: string | null = null): string | null {
  const shadow = shadowOf(text);
  return dayOfWriting(shadow, blocksOf(shadow), published)?.edtf ?? null;
}

const BODY = '\n\nThe bridge was closed on May 3, 2012, they said. It stayed so.\n';

describe('the day of writing', () => {
  it.each([
    ['Friday, July 21, 2017', '2017-07-21'],
    ['By John Smith | 3 May 2014 10:30 am EDT', '2014-05-03'],
    ['By John Smith, May 3, 2014', '2014-05-03'],
    ['Published: 3 May 2014', '2014-05-03'],
    ['Posted on May 3, 2014 at 11:02', '2014-05-03'],
    ['Date: 2014-05-03', '2014-05-03'],
    ['Last updated May 3, 2014', '2014-05-03'],
    ['DAMASCUS, May 3, 2014 (AP) — The bridge is closed.', '2014-05-03'],
    ['LOS ANGELES, Sept. 28 (UPI) — The bridge is closed.', 'XXXX-09-28'],
    ['Damascus, 3 May 2014', '2014-05-03'],
    ['الأحد 20 تموز 2014', '2014-07-20'],
    ['دير الزور – ٢٠ تموز ٢٠١٤', '2014-07-20'],
    ['نُشر في 20 يوليو 2014', '2014-07-20'],
    ['تاريخ النشر: 20 يوليو 2014', '2014-07-20'],
    ['دمشق، 20 يوليو 2014 (رويترز) - أغلق الجسر.', '2014-07-20'],
  ])('stands in “%s”', (line, edtf) => {
    expect(written(`The bridge of Hama\n\n${line}${BODY}`)).toBe(edtf);
  });

  it.each([
    'The bridge was built on July 21, 2017.',
    'Vote of November 3, 2020',
    'On May 3, 2014, the bridge was closed.',
    'Published in May 2014',
    'About 3 weeks ago',
  ])('does not stand in “%s”', (line) => {
    expect(written(`The bridge of Hama\n\n${line}${BODY}`)).toBeNull();
  });

  it('is that of the document where it has one, then the dateline, then when it was published', () => {
    const text = `Title\nDate: 2017-07-18\nFriday, July 21, 2017${BODY}`;
    expect(written(text)).toBe('2017-07-21');
    expect(written(text, '2017-07-20')).toBe('2017-07-20');
    expect(written(`Title\nDate: 2017-07-18${BODY}`)).toBe('2017-07-18');
    expect(written(`Title${BODY}`, '2014-07')).toBe('2014-07');
    expect(written(`Title${BODY}`, '2014-07~')).toBeNull();
  });

  it('is unknown where the article contradicts itself', () => {
    expect(written(`Title\nPublished: 3 May 2014\nPublished: 4 May 2014${BODY}`)).toBeNull();
  });

  it('is what “yesterday” is counted from, with doubt in what somebody says', () => {
    const text =
      'Title\n\nMay 3, 2014\n\nThe bridge was closed yesterday.\n\n“They came to the bridge yesterday,” Nadia Khoury said.';
    const { written: day, claims } = propose(text);
    expect(day).toMatchObject({ edtf: '2014-05-03' });
    const dates = claims.flatMap(({ details }) => details.map(({ value }) => value));
    expect(dates).toEqual(['2014-05-02', '2014-05-02?']);
  });

  it('of any text stands in it', () => {
    const piece = fc.constantFrom('Published: ', '3 May 2014', '\n', 'By ', 'دمشق، ', ' — ', 'XXXX');
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, piece)), (pieces) => {
        const text = pieces.join('');
        const shadow = shadowOf(text);
        const found = dayOfWriting(shadow, blocksOf(shadow), null);
        if (!found?.span) return;
        expect(found.span.end).toBeLessThanOrEqual(text.length);
        expect(found.span.start).toBeLessThan(found.span.end);
      }),
    );
  });
});
