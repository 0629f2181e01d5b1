import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#core/text/decode.ts';
import { encoded, joined } from '../../support/encoded.ts';

const ARABIC = 'قال سامي الفراتي، ناشط ميداني من دير الزور: «هرب اثنان من عناصر التنظيم».\r\nماذا بعد؟';
const FRENCH = 'L’organisation a été créée à Mayadin, où « l’émir » s’est réfugié.';
const GERMAN = 'Die Überläufer flohen über die Grenze; größere Beträge fehlten.';
const ENGLISH = 'Two men fled — “nobody knows where”.';

const FAILURES = new Set(['empty', 'binary', 'undecodable']);
const UTF8_MARK = [0xef, 0xbb, 0xbf];

describe('a text of an article', () => {
  it.each([
    ['English', ENGLISH],
    ['Arabic', ARABIC],
    ['plain letters alone', 'Two men fled.'],
  ])('is read as UTF-8: %s', (_, text) => {
    expect(decodeText(encoded(text, 'utf-8'))).toEqual({ text, encoding: 'utf-8', uncertain: false });
  });

  it('is read by its byte order mark, which is no part of it', () => {
    const read = (mark: number[], encoding: string) => decodeText(joined(mark, encoded(ARABIC, encoding)));
    expect(read(UTF8_MARK, 'utf-8')).toEqual({ text: ARABIC, encoding: 'utf-8', uncertain: false });
    expect(read([0xff, 0xfe], 'utf-16le')).toEqual({ text: ARABIC, encoding: 'utf-16le', uncertain: false });
    expect(read([0xfe, 0xff], 'utf-16be')).toEqual({ text: ARABIC, encoding: 'utf-16be', uncertain: false });
  });

  it.each(['utf-16le', 'utf-16be'])('is read as %s without a mark, as a guess', (encoding) => {
    for (const text of [ENGLISH, ARABIC, 'سلام', 'Hi']) {
      expect(decodeText(encoded(text, encoding))).toEqual({ text, encoding, uncertain: true });
    }
  });

  it('is read as Windows-1256 where its letters make Arabic words, as a guess', () => {
    for (const text of [ARABIC, `${ENGLISH}\n${ARABIC}`, 'نعم']) {
      expect(decodeText(encoded(text, 'windows-1256'))).toEqual({
        text,
        encoding: 'windows-1256',
        uncertain: true,
      });
    }
  });

  it('is read as Windows-1252 where its letters make European words, as a guess', () => {
    for (const text of [FRENCH, GERMAN, ENGLISH]) {
      expect(decodeText(encoded(text, 'windows-1252'))).toEqual({
        text,
        encoding: 'windows-1252',
        uncertain: true,
      });
    }
  });

  it('is read as it declares, unless its bytes say better', () => {
    const cyrillic = 'Два человека бежали.';
    expect(decodeText(encoded(cyrillic, 'windows-1251'), 'cp1251')).toEqual({
      text: cyrillic,
      encoding: 'windows-1251',
      uncertain: false,
    });
    expect(decodeText(encoded(ARABIC, 'utf-8'), 'iso-8859-1')).toMatchObject({ encoding: 'utf-8' });
    expect(decodeText(encoded(FRENCH, 'windows-1252'), 'no such encoding')).toMatchObject({
      encoding: 'windows-1252',
      uncertain: true,
    });
  });

  it('keeps line ends and non-breaking spaces exactly', () => {
    const text = 'a\r\nb\nc\rd\u00a0e\u2009\u200f\tf\r\n';
    expect(decodeText(encoded(text, 'utf-8'))).toMatchObject({ text });
    expect(decodeText(encoded('a\r\nb\rc\u00a0d \u00e9t\u00e9', 'windows-1252'))).toMatchObject({
      text: 'a\r\nb\rc\u00a0d été',
    });
  });

  it('keeps all of the sample article', () => {
    const bytes = readFileSync('seeds/deir-ezzor/article.txt');
    const read = decodeText(bytes);
    expect('text' in read && Buffer.from(read.text, 'utf8').equals(bytes)).toBe(true);
  });

  it('may hold a stray control character', () => {
    const text = `${ENGLISH.repeat(5)}\u0002`;
    expect(decodeText(encoded(text, 'utf-8'))).toMatchObject({ text, encoding: 'utf-8' });
  });

  it('comes back whole from UTF-8, whatever it holds', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\p{Cc}\ufeff]/u.test(text));
    fc.assert(
      fc.property(words, (text) => {
        expect(decodeText(encoded(text, 'utf-8'))).toEqual({ text, encoding: 'utf-8', uncertain: false });
      }),
    );
  });
});

describe('what is no readable text', () => {
  it('is empty', () => {
    expect(decodeText(new Uint8Array())).toEqual({ failure: 'empty' });
    expect(decodeText(Uint8Array.from(UTF8_MARK))).toEqual({ failure: 'empty' });
  });

  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ['a Word document', [0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0x06, 0]],
    ['a PDF of plain letters', [...encoded('%PDF-1.4 nothing but letters', 'utf-8')]],
    ['bytes with zeros', [1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 9]],
    ['bytes without zeros', Array.from({ length: 999 }, (_, at) => 1 + ((at * 89) % 255))],
    ['UTF-8 with zeros', [...encoded('a\0b\0\0c', 'utf-8')]],
  ])('is binary: %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ failure: 'binary' });
  });

  it('is UTF-8 with broken bytes: nothing is put in their place', () => {
    const bytes = encoded(ARABIC, 'utf-8');
    const broken = [
      bytes.subarray(0, bytes.length - 10),
      joined(bytes.subarray(0, 9), [0xff], bytes.subarray(9)),
      joined(UTF8_MARK, encoded('caf', 'utf-8'), [0xe9]),
    ];
    for (const one of broken) expect(decodeText(one)).toEqual({ failure: 'undecodable' });
  });

  it('is UTF-16 that breaks off within a character, or UTF-32', () => {
    expect(decodeText(joined([0xff, 0xfe], encoded('ab', 'utf-16le'), [0x61]))).toEqual({
      failure: 'undecodable',
    });
    expect(decodeText(joined([0xff, 0xfe], [0x3d, 0xd8]))).toEqual({ failure: 'undecodable' });
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0))).toEqual({ failure: 'undecodable' });
  });

  it('holds bytes that mean nothing in its encoding', () => {
    expect(decodeText(joined(encoded('a caf', 'utf-8'), [0xe9, 0x20, 0x81]))).toEqual({
      failure: 'undecodable',
    });
  });

  it('never makes the decoder throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string()), (bytes, declared) => {
        const read = decodeText(bytes, declared);
        const known = 'text' in read ? !read.text.includes('\0') : FAILURES.has(read.failure);
        expect(known).toBe(true);
      }),
    );
  });
});
