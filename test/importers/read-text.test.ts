import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ImportError, MOST_BYTES } from '#renderer/importers/import-error.ts';
import { readTextBytes } from '#renderer/importers/read-text.ts';
import { encoded, joined } from '../support/encoded.ts';

const ARABIC = 'دير الزور – صوت وصورة\r\n\r\nقال سامي الفراتي: «هرب اثنان من عناصر التنظيم».\r\n';
const read = (name: string, text: string, encoding = 'utf-8') => readTextBytes(name, encoded(text, encoding));

function refusal(bytes: Uint8Array, name = 'article.txt'): ImportError {
  try {
    readTextBytes(name, bytes);
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error('It was read though it should be refused.');
}

describe('a plain text file', () => {
  it('is read exactly, with its first line as title', () => {
    expect(read('article.txt', `\r\n  ${ARABIC}`)).toEqual({
      text: `\r\n  ${ARABIC}`,
      title: 'دير الزور – صوت وصورة',
      author: null,
      publisher: null,
      published: null,
      language: null,
      url: null,
      fileName: 'article.txt',
      encoding: 'utf-8',
      bytes: 134,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      uncertainEncoding: false,
      pages: null,
    });
  });

  it('gives the sample article byte for byte', () => {
    const bytes = readFileSync('seeds/deir-ezzor/article.txt');
    const article = readTextBytes('article.txt', bytes);
    expect(Buffer.from(article.text, 'utf8').equals(bytes)).toBe(true);
    expect(article.title).toBe('Deir Ezzor – Sound and Picture');
    expect(article.sha256).toBe('994cee50ce70cf9f5319530501fbe100e923202789160638fec7e0fb27be9bdd');
  });

  it.each([
    ['utf-16le', [0xff, 0xfe], false],
    ['utf-16be', [0xfe, 0xff], false],
    ['utf-16le', [], true],
    ['windows-1256', [], true],
  ] as const)('is read as %s after the bytes %j', (encoding, mark, uncertainEncoding) => {
    const article = readTextBytes('article.txt', joined(mark, encoded(ARABIC, encoding)));
    expect(article).toMatchObject({ text: ARABIC, encoding, uncertainEncoding });
  });

  it('is read as Windows-1252, with its quotation marks', () => {
    const text = 'Ils étaient « déjà » partis — “c’est sûr”.';
    expect(read('article.txt', text, 'windows-1252')).toMatchObject({ text, encoding: 'windows-1252' });
  });

  it('has a title of at most 120 characters, never half of one', () => {
    const { title } = read('article.txt', '👩'.repeat(300));
    expect(Array.from(title)).toHaveLength(120);
    expect(title.endsWith('👩…')).toBe(true);
  });
});

describe('a Markdown file', () => {
  it('keeps its marks and takes its title from the first heading', () => {
    const text = 'Draft\n\n```\n# no heading\n```\n\n## Two men *fled* ##\n\nText.';
    expect(read('article.md', text)).toMatchObject({ text, title: 'Two men *fled*' });
  });

  it('takes it from an underlined heading, too, else from its first line', () => {
    expect(read('article.markdown', 'Note.\n\nTwo men fled\n============\n').title).toBe('Two men fled');
    expect(read('article.md', 'Two men fled.\n\nText.').title).toBe('Two men fled.');
  });
});

describe('a file that is no article', () => {
  it.each([
    ['nothing', []],
    ['a byte order mark alone', [0xef, 0xbb, 0xbf]],
    ['blanks alone', [0x20, 0x0d, 0x0a, 0xc2, 0xa0]],
  ])('is refused as empty: %s', (_, bytes) => {
    expect(refusal(Uint8Array.from(bytes)).code).toBe('empty-file');
  });

  it('is refused as binary though it is called .txt', () => {
    const png = joined(
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
      encoded('IHDR', 'utf-8'),
    );
    expect(refusal(png).code).toBe('binary-file');
    expect(refusal(Uint8Array.of(0, 1, 2, 3, 0, 200), 'page.html').code).toBe('binary-file');
  });

  it('is refused for broken bytes: nothing is put in their place', () => {
    const cut = encoded(ARABIC.trim(), 'utf-8').subarray(0, 30);
    expect(refusal(cut).code).toBe('broken-encoding');
  });

  it('is refused from 20 MB on', () => {
    expect(refusal(new Uint8Array(MOST_BYTES).fill(0x61)).code).toBe('too-large');
  });

  it('is read just under that', () => {
    const bytes = new Uint8Array(MOST_BYTES - 1).fill(0x61);
    expect(readTextBytes('article.txt', bytes).text).toHaveLength(MOST_BYTES - 1);
  });
});
