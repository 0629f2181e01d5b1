import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveringAt, layersOf } from '#core/anchoring/overlaps.ts';
import { anySpans } from './arbitraries.ts';

const outer = { id: 'outer', start: 0, end: 10 };
const inner = { id: 'inner', start: 3, end: 5 };
const crossing = { id: 'crossing', start: 4, end: 12 };

describe('overlapping highlights', () => {
  it('are cut into stretches side by side, each with all that covers it', () => {
    const layers = layersOf([outer, inner, crossing]);
    expect(layers.map(({ start, end, on }) => [start, end, on.map(({ id }) => id).join(' ')])).toEqual([
      [0, 3, 'outer'],
      [3, 4, 'outer inner'],
      [4, 5, 'outer inner crossing'],
      [5, 10, 'outer crossing'],
      [10, 12, 'crossing'],
    ]);
  });

  it('leave uncovered text and empty spans out', () => {
    const [a, b, empty] = [
      { start: 0, end: 2 },
      { start: 5, end: 6 },
      { start: 3, end: 3 },
    ];
    expect(layersOf([a, b, empty]).map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [5, 6],
    ]);
  });

  it('under a click are given narrowest first', () => {
    expect(coveringAt([outer, inner, crossing], 4).map(({ id }) => id)).toEqual([
      'inner',
      'crossing',
      'outer',
    ]);
    expect(coveringAt([outer, inner], 10)).toEqual([]);
  });

  it('cover each character exactly as the spans do', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const layers = layersOf(spans);
        for (let at = 0; at <= 80; at += 1) {
          const covering = spans.filter(({ start, end }) => start <= at && at < end);
          const on = layers.filter(({ start, end }) => start <= at && at < end);
          expect(on.length).toBe(covering.length === 0 ? 0 : 1);
          expect(on[0]?.on ?? []).toEqual(covering);
        }
      }),
    );
  });
});
