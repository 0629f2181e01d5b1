import { describe, expect, it } from 'vitest';
import { finderOf } from '#core/merge/still-there.ts';

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
