import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackOut } from '#core/protection/black-out.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const picture = fc.record({
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
});

describe('a masked part of a picture', () => {
  it('is black down to the last pixel it touches, and the rest is as it was', () => {
    fc.assert(
      fc.property(picture, part, part, part, part, ({ width, height }, x, y, w, h) => {
        const mask = { x, y, width: w * (1 - x), height: h * (1 - y) };
        const data = new Uint8Array(width * height * 4).fill(200);
        blackOut({ width, height, data }, [mask]);
        for (let row = 0; row < height; row += 1) {
          for (let column = 0; column < width; column += 1) {
            const at = (row * width + column) * 4;
            const inX = (column + 1) / width > mask.x && column / width < mask.x + mask.width;
            const inY = (row + 1) / height > mask.y && row / height < mask.y + mask.height;
            const black = data[at] === 0 && data[at + 1] === 0 && data[at + 2] === 0 && data[at + 3] === 255;
            if (inX && inY) expect(black).toBe(true);
            else if (!black) expect(data[at]).toBe(200);
          }
        }
        const far = mask.x > 3 / width || mask.y > 3 / height;
        if (far) expect(data[0]).toBe(200);
      }),
    );
  });
});
