import { deflateSync } from 'node:zlib';
import { decode, encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { LOGO } from '#core/report/build-report.ts';
import { barePicture } from '#main/services/report/bare-picture.ts';
import { orientationOf } from '#main/pictures/orientation.ts';
import { typeset } from '#main/services/report/typeset.ts';
import { pngChunk, somePng } from '../../support/png.ts';
import { FOLDERS, workedReport } from './support.ts';

const NAME = 'Ghassan Rifai';
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>${NAME}</dc:creator></x:xmpmeta>`;

/** A PNG that names somebody in each way the format has, and behind its end. */
function tellingPng(): Uint8Array {
  const png = Buffer.from(somePng(40, 20));
  const packed = deflateSync(Buffer.from(NAME));
  return new Uint8Array(
    Buffer.concat([
      png.subarray(0, 33),
      pngChunk('tEXt', Buffer.from(`Author\0${NAME}`)),
      pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), packed])),
      pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)),
      pngChunk('eXIf', Buffer.from(`MM\0*${NAME}`)),
      pngChunk('iCCP', Buffer.concat([Buffer.from(`${NAME}\0\0`), packed])),
      png.subarray(33),
      Buffer.from(NAME),
    ]),
  );
}

const segment = (marker: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, 0, content.length + 2]), content]);

/** Exif with an orientation and a name. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(274, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(NAME)]);
}

/** A JPEG that names somebody in its metadata, between its tables and behind its end. */
function tellingJpeg(orientation = 1): Uint8Array {
  const data = new Uint8Array(16 * 8 * 4).fill(200);
  const jpeg = Buffer.from(encode({ width: 16, height: 8, data }, 90).data);
  return new Uint8Array(
    Buffer.concat([
      jpeg.subarray(0, 2),
      segment(0xe1, exif(orientation)),
      segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${XMP}`)),
      segment(0xe2, Buffer.from(`ICC_PROFILE\0\x01\x01${NAME}`)),
      segment(0xed, Buffer.from(`Photoshop 3.0\0${NAME}`)),
      segment(0xfe, Buffer.from(NAME)),
      jpeg.subarray(2),
      Buffer.from(NAME),
    ]),
  );
}

const telling = (bytes: Uint8Array | null): boolean => Buffer.from(bytes ?? []).includes(NAME);

describe('a picture on its way into a report', () => {
  it('is a PNG of its pixels alone', () => {
    const bare = barePicture(tellingPng());
    expect([telling(tellingPng()), telling(bare)]).toEqual([true, false]);
    expect(bare).toEqual(somePng(40, 20));
    expect(PNG.sync.read(Buffer.from(bare ?? [])).width).toBe(40);
  });

  it.each([1, 3, 6])('is a JPEG of its pixels and its orientation %i alone', (orientation) => {
    const bare = barePicture(tellingJpeg(orientation)) ?? new Uint8Array();
    expect([telling(tellingJpeg(orientation)), telling(bare)]).toEqual([true, false]);
    expect(orientationOf(bare)).toBe(orientation);
    const [before, after] = [tellingJpeg(), bare].map((bytes) => decode(bytes, { useTArray: true }));
    expect(after).toMatchObject({ width: 16, height: 8, data: before?.data });
  });

  it('is a WebP without what its chunks say', () => {
    const chunk = (name: string, content: Buffer): Buffer => {
      const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
      head.writeUInt32LE(content.length, 4);
      return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
    };
    const body = (...chunks: Buffer[]): Buffer => {
      const whole = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
      const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
      head.writeUInt32LE(whole.length, 4);
      return Buffer.concat([head, whole]);
    };
    const extended = (flags: number) => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]));
    const pixels = chunk('VP8L', Buffer.from([0x2f, 1, 2, 3, 4]));
    const given = body(
      extended(0x3c),
      chunk('ICCP', Buffer.from(NAME)),
      pixels,
      chunk('XMP ', Buffer.from(XMP)),
    );
    expect(barePicture(Buffer.concat([given, Buffer.from(NAME)]))).toEqual(
      new Uint8Array(body(extended(0x10), pixels)),
    );
  });

  it('is none of another kind, and a cut one is as damaged as it was', () => {
    expect(barePicture(Buffer.from(`GIF89a${NAME}`))).toBeNull();
    expect(barePicture(Buffer.from(`<svg>${NAME}</svg>`))).toBeNull();
    for (const whole of [tellingPng(), tellingJpeg(6)]) {
      for (let end = 0; end < whole.length; end += 7) barePicture(whole.subarray(0, end));
    }
  });

  it.each(['a-3a', 'ua-1'] as const)('tells nothing in a finished report (%s)', (standard) => {
    const { model, pictures } = workedReport(2, { logo: 'x', organisation: 'Sound and Picture' });
    const telling = [
      ...pictures.map(({ name }) => ({ name, bytes: tellingJpeg(6) })),
      { name: LOGO, bytes: tellingPng() },
    ];
    const { pdf } = typeset({ model, pictures: telling, paper: 'a4', standard }, FOLDERS);
    const plain = Buffer.from(pdf);
    expect(plain.includes(NAME)).toBe(false);
    expect(plain.includes('Photoshop')).toBe(false);
  });
});
