// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { MOST_BYTES } from '#renderer/importers/import-error.ts';
import { readPastedText } from '#renderer/importers/read-pasted.ts';

const TEXT = 'دير الزور\r\n\r\nهرب\u00a0اثنان.';

describe('pasted words', () => {
  it('are kept exactly', () => {
    expect(readPastedText(TEXT, null)).toEqual({
      text: TEXT,
      title: 'دير الزور',
      author: null,
      publisher: null,
      published: null,
      language: null,
      url: null,
      fileName: null,
      encoding: 'utf-16',
      bytes: TEXT.length * 2,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      uncertainEncoding: false,
      pages: null,
    });
  });

  it('stay as they are beside a formatted form, which tells their language', () => {
    const html = '<p lang="ar">دير <b>الزور</b> وغيرها</p>';
    expect(readPastedText(TEXT, html)).toMatchObject({ text: TEXT, language: 'ar' });
  });

  it('are taken from the formatted form when they come in no other', () => {
    expect(readPastedText(' ', '<h1>Two boats</h1><p>They fled.</p>')).toMatchObject({
      text: 'Two boats\n\nThey fled.',
      title: 'Two boats',
    });
  });

  it('are read though their formatted form is too long to be', () => {
    expect(readPastedText(TEXT, `<p lang="ar">${'x'.repeat(MOST_BYTES)}</p>`).language).toBeNull();
  });

  it.each([
    ['no words', ' \n', null, 'empty-file'],
    ['an empty formatted form', '', '<p> </p>', 'empty-file'],
    ['halves of characters', 'broken \ud83d', null, 'broken-encoding'],
    ['zeros', 'a\0b', null, 'binary-file'],
    ['20 MB', 'x'.repeat(MOST_BYTES), null, 'too-large'],
  ])('are refused when they are %s', (_, text, html, code) => {
    expect(() => readPastedText(text, html)).toThrow(expect.objectContaining({ code }));
  });
});
