import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesCited, pagesOf } from '#core/anchoring/pages.ts';

describe('the page of some words', () => {
  it('is the one they stand on, or the first and the last', () => {
    const document = { pages: [0, 10, 10, 30] };
    expect(pagesCited(document, { start: 0, end: 10 })).toBe('1');
    expect(pagesCited(document, { start: 10, end: 12 })).toBe('3');
    expect(pagesCited(document, { start: 8, end: 31 })).toBe('1–4');
    expect(pagesCited({ pages: null }, { start: 0, end: 1 })).toBeNull();
    expect(pagesCited(undefined, { start: 0, end: 1 })).toBeNull();
  });

  it('starts at or before them, and the next one after', () => {
    const starts = fc.array(fc.nat(100), { minLength: 1 }).map((list) => [0, ...list.sort((a, b) => a - b)]);
    fc.assert(
      fc.property(starts, fc.nat(120), fc.integer({ min: 1, max: 20 }), (pages, start, length) => {
        const found = pagesOf({ pages }, { start, end: start + length });
        expect(pages[(found?.first ?? 0) - 1]).toBeLessThanOrEqual(start);
        expect(pages[found?.first ?? 0] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(start);
        expect(found?.last).toBeGreaterThanOrEqual(found?.first ?? 0);
      }),
    );
  });
});
