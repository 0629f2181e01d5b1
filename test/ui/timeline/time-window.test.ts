import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, moved, placeIn, widened, zoomed } from '#renderer/ui/features/timeline/time-window.ts';

const anyWindow = fc
  .tuple(fc.integer({ min: -700_000, max: 2_000_000 }), fc.integer({ min: 0, max: 900_000 }))
  .map(([from, length]) => widened({ from, to: from + length }));

describe('the stretch of time in view', () => {
  it('holds what it was made for, and is never shorter than a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), fc.nat(900_000), (from, length) => {
        const view = widened({ from, to: from + length });
        expect(placeIn(view, from, from + length)?.length).toBeGreaterThan(0);
        expect(view.from).toBeLessThan(from);
        expect(view.to).toBeGreaterThan(from + length);
        expect(view.to - view.from).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  it('keeps its length when it is moved, whatever was done before', () => {
    const how = fc.array(fc.constantFrom(0.5, 2, 0.2, -0.2), { maxLength: 30 });
    fc.assert(
      fc.property(anyWindow, how, (view, steps) => {
        let held = view;
        for (const step of steps) {
          const next = step === 0.5 || step === 2 ? zoomed(held, step) : moved(held, step);
          expect(next.to).toBeGreaterThan(next.from);
          const length = step === 0.5 || step === 2 ? next.to - next.from : held.to - held.from;
          expect(next.to - next.from).toBeCloseTo(length, 3);
          held = next;
        }
      }),
    );
  });

  it('places a stretch within itself, one that is outside nowhere, an open one to its edge', () => {
    const view = { from: 100, to: 200 };
    expect(placeIn(view, 150, 159)).toEqual({ start: 50, length: 10 });
    expect(placeIn(view, 90, 109)).toEqual({ start: 0, length: 10 });
    expect(placeIn(view, 180, null)).toEqual({ start: 80, length: 20 });
    expect(placeIn(view, null, 99)).toBeNull();
    expect(placeIn(view, 200, 210)).toBeNull();
  });

  it('has a few marks on its axis, in order and within it', () => {
    fc.assert(
      fc.property(anyWindow, (view) => {
        const { days } = marksIn(view);
        expect(days.length).toBeLessThanOrEqual(12);
        expect(days).toEqual([...days].sort((a, b) => a - b));
        expect(days.every((day) => day >= view.from && day <= view.to)).toBe(true);
      }),
    );
  });
});
