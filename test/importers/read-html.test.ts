import { describe, expect, it } from 'vitest';
import { ImportError } from '#renderer/importers/import-error.ts';
import { readHtmlBytes } from '#renderer/importers/read-html.ts';
import { encoded } from '../support/encoded.ts';

const BODY = [
  'Deserters from the organisation arrived in the town during the night, witnesses said on Monday.',
  'They had crossed the river in two boats, and nobody had expected them so early in the year.',
  'A resident said that more than five of them had been seen near the old bridge before dawn.',
];
const paragraphs = BODY.map((text) => `<p>${text}</p>`).join('\n');

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en_gb"><head>${head}</head><body>${body}</body></html>`;
const read = (html: string, encoding = 'utf-8') => readHtmlBytes('page.html', encoded(html, encoding));

describe('a saved web page', () => {
  const html = page(
    `<title>Two boats at night | River News</title>
     <meta property="og:site_name" content="River News">
     <meta name="author" content="Sami F.">
     <meta property="article:published_time" content="2015-07-03T23:30:00-05:00">
     <link rel="canonical" href="https://news.example/two-boats">`,
    `<nav><ul><li><a href="/">Home</a></li><li><a href="/x">Sport</a></li></ul></nav>
     <article><h1>Two boats at night</h1>${paragraphs}</article>
     <footer><p>All rights reserved.</p></footer>`,
  );

  it('gives its article, headline first, paragraph by paragraph', () => {
    const article = read(html);
    expect(article.text.split('\n\n')).toEqual([expect.stringContaining('Two boats at night'), ...BODY]);
    expect(article.text).not.toMatch(/Sport|rights reserved/);
  });

  it('gives what it says about itself', () => {
    expect(read(html)).toMatchObject({
      title: expect.stringContaining('Two boats at night'),
      author: 'Sami F.',
      publisher: 'River News',
      published: '2015-07-03',
      language: 'en-GB',
      url: 'https://news.example/two-boats',
      fileName: 'page.html',
      encoding: 'utf-8',
      bytes: encoded(html, 'utf-8').length,
    });
  });

  it('is asked nothing it does not say', () => {
    const article = readHtmlBytes('page.htm', encoded(paragraphs, 'utf-8'));
    expect(article).toMatchObject({
      author: null,
      publisher: null,
      published: null,
      language: null,
      url: null,
      title: expect.stringMatching(/^Deserters from the organisation/),
    });
  });

  it('keeps non-breaking spaces and right-to-left words', () => {
    const text = 'قال سامي:\u00a0«هرب اثنان». '.repeat(10).trim();
    expect(read(page('', `<p>${text}</p>`)).text).toBe(text);
  });

  it('is read in the encoding it declares', () => {
    const russian = 'Два человека бежали ночью через реку, сообщили очевидцы. '.repeat(5).trim();
    const article = read(page('<meta charset="windows-1251">', `<p>${russian}</p>`), 'windows-1251');
    expect(article).toMatchObject({ text: russian, encoding: 'windows-1251', uncertainEncoding: false });
  });

  it('tells the address it was saved from', () => {
    const saved = `<!-- saved from url=(0030)https://news.example/saved -->${page('', paragraphs)}`;
    expect(read(saved).url).toBe('https://news.example/saved');
  });

  it('takes no date from words that are none, no address that is not of the web', () => {
    const head =
      '<meta name="date" content="last July"><link rel="canonical" href="file:///home/sami/page.html">';
    expect(read(page(head, paragraphs))).toMatchObject({ published: null, url: null });
  });

  it('gives no word of what runs, plays or is drawn', () => {
    const hostile = `<script>globalThis.ran = true</script><img src="a.png" onerror="globalThis.ran = true">
      <link rel="stylesheet" href="a.css"><object data="b.html">embedded</object>
      <svg onload="globalThis.ran = true"><text>drawn</text></svg>${paragraphs}<noscript>enable scripts</noscript>`;
    expect(read(page('', hostile)).text.split('\n\n')).toEqual(BODY);
    expect('ran' in globalThis).toBe(false);
  });

  it('without any text is refused', () => {
    const empty = () => read(page('<script>1</script>', '<img src="a.png">'));
    expect(empty).toThrow(ImportError);
    expect(empty).toThrow('no text');
  });

  it.each([
    [
      'paragraphs never closed',
      '<p>One sentence here.<p>Another one there.',
      'One sentence here.\n\nAnother one there.',
    ],
    ['words in a table, put before it', '<table>Lost words.<tr><td>a<td>b</table>', 'Lost words.\n\na\tb'],
    ['tags closed in the wrong order', '<b>bold <i>both</b> slanted</i>', 'bold both slanted'],
    ['a script with a page in it', '<script>"<p>no</p>"</script><p>yes</p>', 'yes'],
    ['an attribute that is none', '<p "x"=1 a<b>word</p>', 'word'],
  ])('is read as a browser reads it: %s', (_, body, text) => {
    expect(read(body).text).toBe(text);
  });

  it('nested two thousand deep is read', () => {
    expect(read(`${'<div>'.repeat(2_000)}deep words`).text).toBe('deep words');
  });
});
