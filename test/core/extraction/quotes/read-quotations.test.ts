import { describe, expect, it } from 'vitest';
import { blocksOf } from '#core/extraction/blocks.ts';
import { readQuotations } from '#core/extraction/quotes/read-quotations.ts';
import { shadowOf } from '#core/extraction/shadow.ts';
import { wordsOf } from '../../../support/extraction.ts';

function quotationsIn(text: string) {
  const shadow = shadowOf(text);
  return readQuotations(text, shadow, blocksOf(shadow)).map(({ content, repairs }) => ({
    words: wordsOf(text, content),
    repairs: repairs.map(({ kind }) => kind),
  }));
}
const words = (text: string) => quotationsIn(text).map((quotation) => quotation.words);
const repairs = (text: string) => quotationsIn(text).map((quotation) => quotation.repairs);

describe('the quotations of a text', () => {
  it.each([
    ['pointed marks', 'She said: “We left at dawn.” Nobody answered.', 'We left at dawn.'],
    ['straight marks', 'She said: "We left at dawn." Nobody answered.', 'We left at dawn.'],
    ['guillemets', 'قالت: «غادرنا فجرا» ولم يجب أحد.', 'غادرنا فجرا'],
    ['two single marks', "''We left at dawn,'' she said.", 'We left at dawn,'],
    ['single marks', "'We left at dawn,' she said.", 'We left at dawn,'],
  ])('stand between %s', (_, text, quoted) => {
    expect(quotationsIn(text)).toEqual([{ words: quoted, repairs: [] }]);
  });

  it('are no apostrophes, feet and inches', () => {
    expect(
      words("The workers' pay and the bosses' cars of the '90s, and a door of 5'10\" don't count."),
    ).toEqual([]);
  });

  it('hold others inside', () => {
    expect(words('“He told me ‘never again’ and left,” she said.')).toEqual([
      'He told me ‘never again’ and left,',
    ]);
    expect(words('"He told me \'never again\' and left," she said.')).toEqual([
      "He told me 'never again' and left,",
    ]);
  });

  it('go on in the next paragraph where it opens with a mark and the one before was not closed', () => {
    const text =
      '“The road was cut,” he said. “Nobody came.\n\n“On Friday they left.”\n\nThe army denied it.';
    expect(words(text)).toEqual(['The road was cut,', 'Nobody came. … On Friday they left.']);
    expect(repairs(text)).toEqual([[], []]);
  });

  it('stand between reversed marks where the whole text has them so', () => {
    const text = 'Er sagte: »Wir gingen«, und sie: »Ja«. Dann rief er: »Halt« und »Komm«.';
    expect(words(text)).toEqual(['Wir gingen', 'Ja', 'Halt', 'Komm']);
    expect(repairs(text).flat()).toEqual([]);
  });
});

describe('broken quotation marks', () => {
  it('of words within a sentence are closed with the name or the sentence, not with the paragraph', () => {
    const behind = 'She was met in the garden behind the hall. Nobody spoke of it.';
    expect(quotationsIn(`It was sent by a user labelled “The Long Bridge and left there. ${behind}`)).toEqual(
      [{ words: 'The Long Bridge', repairs: ['missing closing mark'] }],
    );
    expect(quotationsIn(`They call for “urgent repair of all bridges in Hama. ${behind}`)).toEqual([
      { words: 'urgent repair of all bridges in Hama.', repairs: ['missing closing mark'] },
    ]);
  });

  it('are read by what stands around them where one points the wrong way', () => {
    const text = 'Karim said: ” the road was cut. “ Then he left.';
    expect(quotationsIn(text)).toEqual([
      { words: 'the road was cut.', repairs: ['turned mark', 'turned mark'] },
    ]);
  });

  it('are supposed where a tag or the end of the paragraph shows that one is missing', () => {
    expect(quotationsIn('“We saw them leave, said Karim. The army denied it.\n\nNobody else spoke.')).toEqual(
      [{ words: 'We saw them leave,', repairs: ['missing closing mark'] }],
    );
    expect(quotationsIn('Karim said: We saw them leave.”\n\nNobody else spoke.')).toEqual([
      { words: 'We saw them leave.', repairs: ['missing opening mark'] },
    ]);
  });

  it('count once where one was typed twice', () => {
    expect(quotationsIn('Karim said: ““We saw them leave.” Then he left.')).toEqual([
      { words: 'We saw them leave.', repairs: ['doubled mark'] },
    ]);
  });

  it('around a name inside do not end what is quoted', () => {
    const text = 'Karim said: “We met “Abu Salem” in Raqqa and “Umm Ali” in Homs.” Then he left.';
    expect(words(text)).toEqual(['We met “Abu Salem” in Raqqa and “Umm Ali” in Homs.']);
  });

  it('may close a name and the quotation at once', () => {
    const text = 'Karim said: “We met many, also ” Salem”. Some of them came from Homs.';
    expect(quotationsIn(text)).toEqual([
      { words: 'We met many, also ” Salem', repairs: ['turned mark', 'one mark closes two'] },
    ]);
  });
});
