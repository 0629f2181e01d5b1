import type { Region } from '#core/model/evidence.ts';

/** A point of the picture, both parts fractions of its size. */
export type Point = { readonly x: number; readonly y: number };

/** How far an arrow key goes, and the least a mask is wide and high: a hundredth of the picture. */
export const STEP = 0.01;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
/** Without the dust of adding fractions. */
const tidy = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The rectangle between two points, or null for a click. */
export function between(a: Point, b: Point): Region | null {
  const [x, y] = [tidy(clamp(Math.min(a.x, b.x), 0, 1)), tidy(clamp(Math.min(a.y, b.y), 0, 1))];
  const width = tidy(clamp(Math.max(a.x, b.x), 0, 1) - x);
  const height = tidy(clamp(Math.max(a.y, b.y), 0, 1) - y);
  return width < STEP || height < STEP ? null : { x, y, width, height };
}

/** A new mask, in the middle of the picture. */
export const MIDDLE: Region = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 };

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The mask after a key was pressed on it: moved, with Shift made larger or smaller; null for other keys. */
export function afterKey(mask: Region, code: string, shift: boolean): Region | null {
  const arrow = ARROWS[code];
  if (!arrow) return null;
  const [right, down] = arrow;
  if (!shift) {
    return {
      ...mask,
      x: tidy(clamp(mask.x + right, 0, 1 - mask.width)),
      y: tidy(clamp(mask.y + down, 0, 1 - mask.height)),
    };
  }
  return {
    ...mask,
    width: tidy(clamp(mask.width + right, STEP, 1 - mask.x)),
    height: tidy(clamp(mask.height + down, STEP, 1 - mask.y)),
  };
}
