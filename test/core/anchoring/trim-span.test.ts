import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimSpan } from '#core/anchoring/paragraphs.ts';
import { textAndSpan } from './arbitraries.ts';

describe('a trimmed selection', () => {
  it('loses the white space around it', () => {
    expect(trimSpan('a \u00a0words\r\n b', { start: 1, end: 10 })).toEqual({ start: 3, end: 8 });
  });

  it('is nothing when nothing but white space is selected', () => {
    expect(trimSpan('a \n b', { start: 1, end: 4 })).toBeNull();
    expect(trimSpan('', { start: 0, end: 0 })).toBeNull();
  });

  it('takes whole characters where it cut one in two', () => {
    const text = 'x👩y';
    expect(trimSpan(text, { start: 2, end: 4 })).toEqual({ start: 1, end: 4 });
    expect(trimSpan(text, { start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
  });

  it('may be given backwards, or reach out of the text', () => {
    expect(trimSpan('two words', { start: 9, end: 4 })).toEqual({ start: 4, end: 9 });
    expect(trimSpan('two words', { start: -3, end: 99 })).toEqual({ start: 0, end: 9 });
  });

  it('keeps the joiners that its letters need', () => {
    expect(trimSpan(' 1436 ه\u200d ', { start: 0, end: 9 })).toEqual({ start: 1, end: 8 });
  });

  it('holds all that was selected but white space, and begins and ends with none', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const span = trimSpan(text, { start: start, end: end });
        const selected = text.slice(start, end).replaceAll('\u200b', ' ').trim();
        expect(span === null).toBe(selected === '');
        if (!span) return;
        const words = text.slice(span.start, span.end);
        expect(words).toContain(selected.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ''));
        expect(words).not.toMatch(/^\s|\s$/);
        expect(trimSpan(text, span)).toEqual(span);
      }),
    );
  });
});
