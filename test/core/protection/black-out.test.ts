import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackOut } from '#core/protection/black-out.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const picture = fc.record({
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
});

const BLACK = '0,0,0,255';

describe('a masked part of a picture', () => {
  it('is black down to the last pixel it touches, and the rest is as it was', () => {
    fc.assert(
      fc.property(picture, part, part, part, part, ({ width, height }, x, y, w, h) => {
        const mask = { x, y, width: w * (1 - x), height: h * (1 - y) };
        const data = new Uint8Array(width * height * 4).fill(200);
        blackOut({ width, height, data }, [mask]);
        const pixels = Array.from({ length: width * height }, (_, at) => ({
          column: at % width,
          row: Math.floor(at / width),
          colour: data.subarray(at * 4, at * 4 + 4).join(),
        }));
        const inside = ({ column, row }: { column: number; row: number }): boolean =>
          (column + 1) / width > mask.x &&
          column / width < mask.x + mask.width &&
          (row + 1) / height > mask.y &&
          row / height < mask.y + mask.height;
        // Two pixels away nothing may have changed.
        const beside = ({ column, row }: { column: number; row: number }): boolean =>
          (column + 3) / width < mask.x || (row + 3) / height < mask.y;
        expect(pixels.filter((one) => inside(one) && one.colour !== BLACK)).toEqual([]);
        expect(pixels.filter((one) => beside(one) && one.colour === BLACK)).toEqual([]);
      }),
    );
  });
});
