import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '#core/extraction/sentences/sentence-ends.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { anyText } from '../../anchoring/arbitraries.ts';

const read = (text: string) => sentencesOf(shadowOf(text)).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['titles', 'Dr. Bailey met Gen. Haftar and Mr. Kelly.|They talked.'],
    ['initials', 'Kirk M. Bart and J. R. Stone left.|He stayed.'],
    ['states and institutions', 'U.S. citizens voted.|They live in the U.S.|The vote was close.'],
    ['firms', 'He led Acme Corp. Europe for years.|It failed.'],
    ['times of day', 'It began at 9 a.m. Monday in Paris.|It ended at 5 p.m.|Police said so.'],
    ['decimals, sums and dates', 'Prices rose 3.5 percent to $2.40 on 12.03.2014.|Then they fell.'],
    ['numbers of things', 'See No. 5 and p. 12 of vol. 3.|No.|That was all.'],
    ['months', 'On Feb. 3 and Dec. 24 they met.|Nobody came.'],
    ['list marks', '1. Open the lid.|Close it again.'],
    ['ellipses', 'I was ... not sure.|He waited...|Then he left.'],
    ['notes', 'It is common. [16]|Rights are protected. 4|Even though the number fell, it held.'],
    ['quotations after the stop', 'She said: “It is over.”|“We lost,” he said.|They left.'],
    ['questions with their speaker', '“Why?” asked the man.|“Go!” Smith shouted.|He went.'],
    ['brackets', 'He left (as he said.)|She stayed (see below).|They met.'],
    ['a closing mark that stands off', 'They stole the money of all Muslims. “|IS denied it.'],
    ['no capitals', 'is it still available?|i have read that it works.|they said so'],
    ['addresses', 'See www.example.org for more.|Or write to a.b@example.org.|Thanks.'],
  ])('know %s (written with | where one ends)', (_, marked) => {
    expect(read(marked.replaceAll('|', ' '))).toEqual(marked.split('|'));
  });

  it('end where the space after the stop was left out', () => {
    expect(read('They fled to Turkey.The others stayed.')).toEqual([
      'They fled to Turkey.',
      'The others stayed.',
    ]);
  });

  it.each([
    ['the question mark', 'هل انتهت المعركة؟|قال الشاهد إنها لم تنته.|وأضاف: «لم نر أحداً!»|ثم غادر.'],
    ['the comma and semicolon', 'وصلوا صباحاً، ثم غادروا؛ ولم يعودوا.|هذا كل شيء.'],
    ['abbreviations', 'التقى د. سامي و م. أحمد في المدينة.|ثم عادا.'],
    ['decimals', 'بلغت الخسائر ٣٫٥ مليون و 3.5 ألف دولار.|لم يعلق أحد.'],
  ])('know %s in Arabic', (_, marked) => {
    expect(read(marked.replaceAll('|', ' '))).toEqual(marked.split('|'));
  });

  it('never reach from one paragraph into the next; a headline needs no stop', () => {
    expect(read('Desertion expands\n\nMany left\r\nOthers stayed. None spoke.\n')).toEqual([
      'Desertion expands',
      'Many left',
      'Others stayed.',
      'None spoke.',
    ]);
  });

  it('cover every character that is no white space, once and in order, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[A-Za-z.?!"' ()[\]0-9…\n]*$/)), (text) => {
        const shadow = shadowOf(text);
        let last = 0;
        for (const { start, end } of sentencesOf(shadow)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(shadow.slice(last, start).trim()).toBe('');
          last = end;
        }
        expect(shadow.slice(last).trim()).toBe('');
      }),
    );
  });
});
