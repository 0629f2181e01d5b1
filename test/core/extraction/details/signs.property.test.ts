import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailsIn } from '#core/extraction/details/details.ts';
import { writtenOn } from '#core/extraction/details/written.ts';
import { sentencesOf } from '#core/extraction/sentences/sentence-ends.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { signsIn } from '#core/extraction/worth/tokens.ts';

const told = { written: writtenOn('2014-07-20'), spoken: false };
const searched = (shadow: string, start: number, end: number) => {
  const span = { start, end };
  return [
    detailsIn(shadow, span, told, signsIn(shadow.slice(start, end))),
    detailsIn(shadow, span, told),
  ] as const;
};

const WORDS =
  'The on in since by of and the late mid early May March Sept. 7 14th 2014 1990s twenties nineteenth century today Yesterday morning last next this past week months years decades ago before later earlier end beginning Monday Fridays 200 $5 thousand million dollars percent % per cent one several dozens of Deir ez-Zor al-Raqqa U.S. Syria’s Homs Aleppo’ AH Ramadan 1435 في شهر تموز الماضي دير الزور بالرقة أمس 40 مليون ليرة سورية'.split(
    ' ',
  );

describe('the signs of the words of a stretch', () => {
  it('lose nothing that a search without them finds, in any row of such words', () => {
    const row = fc.array(
      fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', ', ', '-', ' – ', '. ', '/')),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(row, (parts) => {
        const shadow = shadowOf(parts.flat().join(''));
        const [quick, whole] = searched(shadow, 0, shadow.length);
        expect(quick).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  it('lose nothing in the sentences of news', () => {
    const folder = 'test/fixtures/wikinews';
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
      const shadow = shadowOf(readFileSync(`${folder}/${file}`, 'utf8'));
      for (const { start, end } of sentencesOf(shadow)) {
        const [quick, whole] = searched(shadow, start, end);
        expect(quick).toEqual(whole);
      }
    }
  });
});
