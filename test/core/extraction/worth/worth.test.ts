import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shadowOf } from '#core/extraction/shadow.ts';
import { reasonInWords } from '#core/extraction/worth/reason-words.ts';
import { worthOf } from '#core/extraction/worth/worth.ts';
import { anyText } from '../../anchoring/arbitraries.ts';

const read = (text: string) => {
  const shadow = shadowOf(text);
  return worthOf(shadow, { start: 0, end: shadow.length });
};
const reasons = (text: string) => read(text).reasons.map((reason) => reasonInWords(reason, text));

describe('the worth of checking a sentence', () => {
  it('is higher for what can be checked than for opinions, plans, questions and thanks', () => {
    const checkable = [
      'Two other IS members fled to Turkey, also steeling nearly 200 thousand dollars of the oil money.',
      'Unemployment fell by 3.5 percent in 2014.',
      'The ministry has spent 12 million dollars on the road since March.',
    ].map((text) => read(text).score);
    const others = [
      'I think we should all try to be better.',
      'Thank you very much.',
      'Why would you say that?',
      'We will work hard for the future.',
    ].map((text) => read(text).score);
    expect(Math.min(...checkable)).toBeGreaterThan(0.5);
    expect(Math.max(...others)).toBeLessThan(0.2);
  });

  it('says why in the words of the text', () => {
    const text = 'Sami said that Abu Obeida fled with 200 thousand dollars in 2014.';
    expect(reasons(text)).toContain('names a sum: 200 thousand dollars');
    expect(reasons(text)).toContain('accuses somebody named: fled');
    expect(reasons('Prices rose by 40 percent, more than ever.')).toContain('names a percentage: 40 percent');
  });

  it('says that somebody named is accused in Arabic, where no capitals tell names', () => {
    expect(reasons('وهرب القائد سامي إلى تركيا.')).toContain('accuses somebody named: وهرب');
    expect(reasons('وقال إن أبا عبيدة سرق النفط.')).toContain('accuses somebody named: سرق');
    expect(reasons('وهرب القائد العسكري إلى تركيا.')).toContain('tells of a wrong or a crime: وهرب');
  });

  it('reads Arabic sums, percentages and accusations, whatever form their letters have', () => {
    expect(reasons('سرقوا ٢٠٠ ألف دولار من أموال النفط.')).toEqual(
      expect.arrayContaining(['names a sum: ٢٠٠ ألف دولار', 'tells of a wrong or a crime: سرقوا']),
    );
    expect(reasons('ارتفعت الأسعار بنسبة ٤٠٪ هذا العام.')).toContain('names a percentage: ٤٠٪');
  });

  it('gives no reason twice and no reason for a greeting', () => {
    expect(reasons('Good evening.')).toEqual([]);
    const kinds = read(
      'He stole 5 million dollars, 5 percent of all, and killed two men in May 2012.',
    ).reasons.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('of any text is between 0 and 1, its reasons valid spans', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { score, reasons: found } = read(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
