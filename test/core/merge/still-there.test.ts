import { describe, expect, it } from 'vitest';
import { countPlaces, finderOf } from '#core/merge/still-there.ts';

const finds = (word: string, text: string) => finderOf([word])(text);

describe('looking for purged words', () => {
  it('finds them as searches do: whatever the case, the accents or the Arabic variant', () => {
    expect(finds('Samir', 'SAMIR said')).toBe(true);
    expect(finds('José', 'jose was there')).toBe(true);
    expect(finds('أحمد', 'قال احمد')).toBe(true);
  });

  it('finds a Latin word as a word, an Arabic one with what is joined on to it', () => {
    expect(finds('Ali', 'Reality and Alibis')).toBe(false);
    expect(finds('Ali', 'Reality, Alibis and ali.')).toBe(true);
    expect(finds('Ali', "Ali's brother")).toBe(true);
    expect(finds('سمير', 'وسمير')).toBe(true);
  });

  it('looks into lists and parts of values, and for no word too short to mean anything', () => {
    expect(finderOf(['Samir'])([{ name: { text: 'Abu Samir' } }])).toBe(true);
    expect(finderOf(['a', ' '])('a b c')).toBe(false);
    expect(finderOf([])('anything')).toBe(false);
  });
});

describe('counting purged words in a text', () => {
  it('counts places, not words: a name within a longer name is one', () => {
    expect(
      countPlaces('Samir al-Khatib came. SAMIR went; Samira stayed.', ['Samir', 'Samir al-Khatib']),
    ).toBe(2);
    expect(countPlaces('Samir Samir', ['Samir'])).toBe(2);
    expect(countPlaces('قال احمد لأحمد', ['أحمد'])).toBe(2);
  });

  it('counts nothing where there is nothing to look for', () => {
    expect(countPlaces('a b c', ['a', ''])).toBe(0);
    expect(countPlaces('', ['Samir'])).toBe(0);
  });
});
