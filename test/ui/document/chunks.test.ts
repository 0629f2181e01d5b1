import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, spanIndexAt } from '#renderer/ui/features/document/chunks.ts';
import { firstSentence } from '#renderer/ui/features/document/select-first-sentence.ts';

const shownIn = (text: string) =>
  chunksOf(text).flatMap(({ paragraphs }) => paragraphs.map(({ start, end }) => text.slice(start, end)));

describe('the text in chunks', () => {
  it('holds every paragraph once, in order, unchanged', () => {
    const lines = fc.array(
      fc.string({ maxLength: 40 }).map((line) => line.replaceAll(/[\n\r\u2028\u2029]/g, '')),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(lines, (all) => {
        expect(shownIn(all.join('\n'))).toEqual(all.filter((line) => line.trim() !== ''));
      }),
    );
  });

  it('keeps chunks small', () => {
    const chunks = chunksOf(
      Array.from({ length: 500 }, (_, at) => `Paragraph ${at}. `.repeat(20)).join('\n'),
    );
    expect(Math.max(...chunks.map(({ paragraphs }) => paragraphs.length))).toBeLessThanOrEqual(30);
    expect(chunks.length).toBeGreaterThan(10);
  });

  it('sets short lines that end no sentence as headings', () => {
    const text = 'Escaping after having collected money:\nHe said so.\nWhat is the impact?';
    const headings = chunksOf(text).flatMap(({ paragraphs }) => paragraphs.map(({ heading }) => heading));
    expect(headings).toEqual([true, false, true]);
  });

  it('finds the span of an offset, or the next one', () => {
    const spans = [
      { start: 0, end: 5 },
      { start: 7, end: 9 },
      { start: 9, end: 20 },
    ];
    expect([0, 4, 5, 6, 8, 9, 30].map((offset) => spanIndexAt(spans, offset))).toEqual([0, 0, 1, 1, 1, 2, 2]);
  });
});

describe('the first sentence of a new article', () => {
  const words = (text: string, title = '') => {
    const span = firstSentence(text, title);
    return span && text.slice(span.start, span.end);
  };

  it('is past the title and the headings', () => {
    expect(words('A title.\n\nThe dateline:\n\nThe bridge fell. It was old.', 'A title.')).toBe(
      'The bridge fell.',
    );
  });

  it('is a heading only when there is nothing else', () => {
    expect(words('Only a line')).toBe('Only a line');
    expect(words('   \n ')).toBeNull();
  });
});
