import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSpans, unseenSentences } from '#core/anchoring/unseen-sentences.ts';
import { anySpans } from './arbitraries.ts';

const sentences = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 21, end: 30 },
];

describe('the sentences nobody has looked at', () => {
  it('are those without a claim in them', () => {
    expect(unseenSentences(sentences, [{ start: 13, end: 15 }])).toEqual([sentences[0], sentences[2]]);
  });

  it('are not those a claim only reaches into', () => {
    expect(unseenSentences(sentences, [{ start: 9, end: 12 }])).toEqual([sentences[2]]);
  });

  it('are those a claim only touches', () => {
    expect(unseenSentences(sentences, [{ start: 10, end: 11 }])).toEqual(sentences);
  });

  it('are all, without a claim', () => {
    expect(unseenSentences(sentences, [])).toEqual(sentences);
  });

  it('share no character with anything that was seen, in whatever order it is given', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (some, seen) => {
        const inOrder = mergeSpans(some.filter(({ start, end }) => start < end));
        const apart = (sentence: { start: number; end: number }) =>
          seen.every(({ start, end }) => start === end || end <= sentence.start || sentence.end <= start);
        const looked = seen.filter(({ start, end }) => start < end);
        expect(unseenSentences(inOrder, looked)).toEqual(inOrder.filter(apart));
      }),
    );
  });
});
