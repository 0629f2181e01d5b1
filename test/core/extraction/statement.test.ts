import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementOf } from '#core/extraction/claims/statement.ts';

const whole = (text: string) => statementOf(text, [{ start: 0, end: text.length }]);

describe('the first wording of a claim', () => {
  it.each([
    ['that the bridge was closed', 'The bridge was closed.'],
    ['But, however, the bridge was closed', 'The bridge was closed.'],
    ['“Kuwaiti” served in the “Shamia line.”', 'Kuwaiti served in the Shamia line.'],
    ['we met Syrians ” Ansar', 'We met Syrians Ansar.'],
    ['he called them “spies” and left', 'He called them “spies” and left.'],
  ])('of %j is %j', (text, statement) => {
    expect(whole(text)).toBe(statement);
  });

  it('joins the parts of a claim that stands in several', () => {
    const text = 'The bridge, he said, was closed.';
    expect(
      statementOf(text, [
        { start: 0, end: 10 },
        { start: 21, end: 31 },
      ]),
    ).toBe('The bridge … was closed.');
  });

  it('never holds half a character of a text that has whole ones', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(whole(text)).not.toMatch(
          /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
        );
      }),
    );
  });
});
