import * as fc from 'fast-check';
import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { hashPixels, type Pixels } from '#core/model/hash-pixels.ts';
import { differingBits, isPerceptualHash, NEAR_BITS, wordsOf } from '#core/model/perceptual-hash.ts';

/** A scene of soft hills that `seed` shapes, drawn at any size. */
function scene(seed: number, width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const wave = Math.sin(u * (4 + seed) + v * seed * 2) + Math.cos(v * (5 + seed * 1.7) - u * 3);
      const at = (y * width + x) * 4;
      data.set([128 + wave * 60, 128 + wave * 50, 100 + wave * 40, 255], at);
    }
  }
  return { width, height, data };
}

function hashOf(pixels: Pixels): Uint32Array {
  const hash = hashPixels(pixels);
  if (hash === null) throw new Error('no hash');
  expect(isPerceptualHash(hash)).toBe(true);
  return wordsOf(hash);
}

const bits = (one: Pixels, other: Pixels) => differingBits(hashOf(one), hashOf(other), 256);

/** As a messenger sends it on: smaller, and compressed hard. */
function forwarded(seed: number): Pixels {
  const { width, height, data } = scene(seed, 200, 150);
  const { data: bytes } = jpeg.encode({ width, height, data: Buffer.from(data) }, 35);
  const back = jpeg.decode(bytes, { useTArray: true });
  return { width, height, data: new Uint8ClampedArray(back.data) };
}

describe('perceptual hashes', () => {
  it('are near for a picture made smaller and compressed again', () => {
    for (const seed of [1, 2, 3, 5, 8]) {
      expect(bits(scene(seed, 320, 240), forwarded(seed))).toBeLessThanOrEqual(NEAR_BITS);
    }
  });

  it('are far for other pictures', () => {
    for (const [one, other] of [
      [1, 2],
      [2, 5],
      [3, 8],
    ] as const) {
      expect(bits(scene(one, 320, 240), scene(other, 320, 240))).toBeGreaterThan(NEAR_BITS * 3);
    }
  });

  it('are none for what has no look: one colour, or a few pixels', () => {
    const flat = (width: number, height: number, light: number): Pixels => ({
      width,
      height,
      data: new Uint8ClampedArray(width * height * 4).fill(light),
    });
    expect(hashPixels(flat(100, 80, 255))).toBeNull();
    expect(hashPixels(scene(1, 15, 200))).toBeNull();
    expect(hashPixels({ width: 0, height: 0, data: new Uint8ClampedArray() })).toBeNull();
  });

  it('differ in as many bits as their digits do, whichever comes first', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(hash, hash, (one, other) => {
        const difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
        const expected = difference.toString(2).replaceAll('0', '').length;
        expect(differingBits(wordsOf(one), wordsOf(other), 256)).toBe(expected);
        expect(differingBits(wordsOf(other), wordsOf(one), 256)).toBe(expected);
      }),
    );
  });
});
