import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf, spanAt } from '#core/anchoring/paragraphs.ts';
import { anyText } from './arbitraries.ts';

const LINE_ENDS = new Set(['\r\n', '\n', '\r', '\u2028', '\u2029']);

describe('the paragraphs of a text', () => {
  it('are its lines, empty ones kept as gaps', () => {
    const text = 'One.\n\n\u00a0\nTwo.';
    expect(paragraphsOf(text)).toEqual([
      { start: 0, end: 4, gap: false },
      { start: 5, end: 5, gap: true },
      { start: 6, end: 7, gap: true },
      { start: 8, end: 12, gap: false },
    ]);
  });

  it('end at CRLF as at one line end', () => {
    expect(paragraphsOf('One.\r\nTwo.').map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [6, 10],
    ]);
  });

  it('of an empty text are one gap', () => {
    expect(paragraphsOf('')).toEqual([{ start: 0, end: 0, gap: true }]);
  });

  it('are found by an offset, their line end included', () => {
    const paragraphs = paragraphsOf('One.\r\nTwo.');
    expect([0, 3, 4, 5, 6, 10].map((offset) => spanAt(paragraphs, offset))).toEqual([0, 0, 0, 0, 1, 1]);
    expect(spanAt(paragraphs, -1)).toBe(-1);
    expect(spanAt([], 0)).toBe(-1);
  });

  it('with one line end between them are the whole text again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const paragraphs = paragraphsOf(text);
        const between = paragraphs.slice(1).map(({ start }, at) => text.slice(paragraphs[at]?.end, start));
        expect(between.filter((lineEnd) => !LINE_ENDS.has(lineEnd))).toEqual([]);
        const lines = paragraphs.map(({ start, end }) => text.slice(start, end));
        expect(lines.join('')).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(lines.map((line, at) => line + (between[at] ?? '')).join('')).toBe(text);
      }),
    );
  });
});
