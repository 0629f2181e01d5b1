import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { orientationOf } from '#main/pictures/orientation.ts';
import { shrink } from '#main/services/report/shrink.ts';
import { halvesJpeg } from '../../support/halves-jpeg.ts';
import { somePng } from '../../support/png.ts';

const photo = (width: number, height: number, orientation: number): Uint8Array =>
  halvesJpeg(width, height, orientation, 'GPS 35.3 N');

type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** JPEG stays JPEG, PNG stays PNG. */
const read = (bytes: Uint8Array | null): Pixels => {
  if (!bytes) throw new Error('There is no picture.');
  return bytes[0] === 0xff ? decode(bytes, { useTArray: true }) : PNG.sync.read(Buffer.from(bytes));
};
/** `red` or `blue` at a place given in tenths. */
function colourAt({ width, height, data }: Pixels, x: number, y: number): string {
  const at = (Math.floor((y * height) / 10) * width + Math.floor((x * width) / 10)) * 4;
  return (data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue';
}

describe('a picture in a report of the command line', () => {
  it('is small, and holds nothing else of the file', () => {
    const bytes = photo(1000, 500, 1);
    expect(Buffer.from(bytes).includes('GPS')).toBe(true);
    const small = shrink(bytes, 'image/jpeg', []);
    expect(Buffer.from(small ?? []).includes('GPS')).toBe(false);
    const picture = read(small);
    expect([picture.width, picture.height, colourAt(picture, 1, 5), colourAt(picture, 9, 5)]).toEqual([
      320,
      160,
      'red',
      'blue',
    ]);
  });

  it.each([
    [3, 'blue', 'red', 320, 160],
    [2, 'blue', 'red', 320, 160],
  ])('stands upright: orientation %i', (orientation, left, right, width, height) => {
    const picture = read(shrink(photo(1000, 500, orientation), 'image/jpeg', []));
    expect([picture.width, picture.height]).toEqual([width, height]);
    expect([colourAt(picture, 1, 5), colourAt(picture, 9, 5)]).toEqual([left, right]);
  });

  it.each([
    [6, 'red', 'blue'],
    [8, 'blue', 'red'],
  ])('stands upright, turned by a quarter: orientation %i', (orientation, top, bottom) => {
    const picture = read(shrink(photo(1000, 500, orientation), 'image/jpeg', []));
    expect([picture.width, picture.height]).toEqual([160, 320]);
    expect([colourAt(picture, 5, 1), colourAt(picture, 5, 9)]).toEqual([top, bottom]);
  });

  it('may be a PNG, and is never made larger', () => {
    expect(read(shrink(somePng(96, 72), 'image/png', []))).toMatchObject({ width: 96, height: 72 });
  });

  it('is left out when it is damaged, of another kind, or says that it is enormous', () => {
    const enormous = Buffer.from(somePng());
    enormous.writeUInt32BE(100_000, 16);
    enormous.writeUInt32BE(100_000, 20);
    expect(shrink(enormous, 'image/png', [])).toBeNull();
    expect(shrink(photo(100, 50, 1).subarray(0, 60), 'image/jpeg', [])).toBeNull();
    expect(shrink(new Uint8Array([1, 2, 3]), 'image/png', [])).toBeNull();
    expect(shrink(somePng(), 'image/webp', [])).toBeNull();
    expect(orientationOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 2]))).toBe(1);
  });

  it('shows nothing of its masked parts, wherever the camera was held', () => {
    const masks = [{ x: 0, y: 0, width: 0.5, height: 1 }];
    for (const orientation of [1, 3, 6, 8]) {
      const { width, height, data } = read(shrink(photo(1000, 500, orientation), 'image/jpeg', masks));
      const hidden = Array.from({ length: height }, (_, y) =>
        data.subarray(y * width * 4, (y + 0.5) * width * 4),
      );
      const shown = hidden.flatMap((row) =>
        [...row].filter((value, at) => value !== (at % 4 === 3 ? 255 : 0)),
      );
      expect(shown).toEqual([]);
      expect(data[(width - 1) * 4] === 0 && data[(width - 1) * 4 + 2] === 0).toBe(false);
    }
  });
});
