import { describe, expect, it } from 'vitest';
import { afterKey, between, MIDDLE } from '#renderer/ui/features/protection/mask-regions.ts';

describe('a mask that is drawn', () => {
  it('lies between two points, in whichever direction it is drawn', () => {
    const mask = { x: 0.2, y: 0.1, width: 0.3, height: 0.4 };
    expect(between({ x: 0.2, y: 0.1 }, { x: 0.5, y: 0.5 })).toEqual(mask);
    expect(between({ x: 0.5, y: 0.5 }, { x: 0.2, y: 0.1 })).toEqual(mask);
  });

  it('ends where the picture ends, and a click makes none', () => {
    expect(between({ x: 0.5, y: 0.5 }, { x: 3, y: -1 })).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.5 });
    expect(between({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 })).toBeNull();
  });
});

describe('a mask under the arrow keys', () => {
  it('moves, and with Shift changes its size', () => {
    expect(afterKey(MIDDLE, 'ArrowRight', false)).toMatchObject({ x: 0.41, width: 0.2 });
    expect(afterKey(MIDDLE, 'ArrowUp', true)).toMatchObject({ y: 0.4, height: 0.19 });
    expect(afterKey(MIDDLE, 'KeyA', false)).toBeNull();
  });

  it('never leaves the picture nor vanishes', () => {
    let mask = MIDDLE;
    for (let step = 0; step < 200; step += 1) mask = afterKey(mask, 'ArrowLeft', false) ?? mask;
    for (let step = 0; step < 200; step += 1) mask = afterKey(mask, 'ArrowDown', true) ?? mask;
    expect(mask).toEqual({ x: 0, y: 0.4, width: 0.2, height: 0.6 });
    for (let step = 0; step < 200; step += 1) mask = afterKey(mask, 'ArrowUp', true) ?? mask;
    expect(mask.height).toBe(0.01);
  });
});
