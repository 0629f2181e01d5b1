import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '#core/ports/view-work.ts';
import { linesOf, readView } from '#renderer/importers/snapshot/read-view.ts';
import { somePng } from '../../support/png.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = (html: string) => {
  const view = readView('html', bytes(html));
  if (view?.kind !== 'page') throw new Error('This is no page.');
  return view;
};

/** What would be laid out of a view: nothing of one that is text. */
const markupOf = (view: View | null): string => (view?.kind === 'page' ? view.html : '');

/** Whatever could run, load, lead elsewhere or ask something of a person. */
const DANGEROUS =
  /<(?:script|style|iframe|object|embed|form|input|link|meta|base|svg|math|video|audio|source)\b|\son\w+\s*=|javascript:|\b(?:href|srcset|action|background|poster|formaction|style)\s*=|\bsrc\s*=\s*(?!["']?data:image\/(?:png|jpeg|gif|webp);)/i;

describe('a web page that is looked at', () => {
  it.each([
    '<script>fetch("https://beacon.example")</script>',
    '<img src="https://beacon.example/a.png" onerror="alert(1)">',
    '<img srcset="https://beacon.example/a.png 2x" src="//beacon.example/b.png">',
    '<svg onload=alert(1)><use href="https://beacon.example/#a"/></svg>',
    '<a href="javascript:alert(1)" ping="https://beacon.example">words</a>',
    '<iframe src="file:///etc/passwd"></iframe>',
    '<object data="https://beacon.example"></object><embed src="a">',
    '<link rel="stylesheet" href="https://beacon.example/a.css">',
    '<meta http-equiv="refresh" content="0;url=https://beacon.example">',
    '<base href="https://beacon.example/">',
    '<form action="https://beacon.example"><input name="a"><button formaction="https://b.example">x</button></form>',
    '<p style="background:url(https://beacon.example/a.png)">words</p>',
    '<style>@import "https://beacon.example/a.css";</style>',
    '<video src="https://beacon.example/a.mp4" poster="https://beacon.example/b.png" autoplay></video>',
    '<math><mi xlink:href="data:x,<script>alert(1)</script>"></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<img src="data:image/svg+xml;base64,PHN2Zy8+">',
    '<table background="https://beacon.example/a.png"><tr><td>words</td></tr></table>',
    '<template><img src=x onerror=alert(1)></template>',
    '<body onload="alert(1)"><p>words',
  ])('loses what runs or loads: %s', (html) => {
    expect(page(`<p>before</p>${html}<p>after</p>`).html).not.toMatch(DANGEROUS);
    expect(page(`<p>before</p>${html}</p><p>after</p>`).html).toContain('before');
  });

  it('loses it whatever the tags are made of', () => {
    const tag = fc.constantFrom(
      'img',
      'svg',
      'a',
      'p',
      'iframe',
      'math',
      'style',
      'title',
      'textarea',
      'script',
    );
    const attribute = fc.constantFrom(
      'src=x',
      'onerror=alert(1)',
      'href=javascript:a',
      'style="a:url(b)"',
      'srcdoc="<p>"',
    );
    const piece = fc.oneof(
      fc.tuple(tag, fc.array(attribute)).map(([name, held]) => `<${name} ${held.join(' ')}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '<', '>', '"', "'", '\0', '&lt;script&gt;', 'words'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(markupOf(readView('html', bytes(`<p>${pieces.join('')}`)))).not.toMatch(DANGEROUS);
      }),
    );
  });

  it('keeps its words, its structure, the way they run and the pictures it carries', () => {
    const png = `data:image/png;base64,${Buffer.from(somePng(2, 2)).toString('base64')}`;
    const { html, leftOut } = page(
      `<h1>News</h1><p dir="rtl">أخبار</p><table><tr><td>5</td></tr></table><img src="${png}"><img src="a.png" alt="A boat">`,
    );
    expect(html).toContain('<h1>News</h1>');
    expect(html).toContain('<p dir="rtl">أخبار</p>');
    expect(html).toContain(png);
    expect(html).toContain('A boat');
    expect(leftOut).toBe(1);
  });

  it('that is too large to be laid out is shown as its words', () => {
    const view = readView('html', bytes(`<p>${'some words '.repeat(90_000)}</p><script>never()</script>`));
    expect(view).toMatchObject({ kind: 'text', plain: true });
    expect(JSON.stringify(view)).not.toContain('never');
  });

  it('is read in the encoding it declares', () => {
    const arabic = Uint8Array.from([
      ...bytes('<meta charset="windows-1256"><p>'),
      0xc3,
      0xce,
      0xc8,
      0xc7,
      0xd1,
      0x20,
      0xc7,
      0xe1,
      0xed,
      0xe6,
      0xe3,
    ]);
    const view = readView('html', arabic);
    expect(markupOf(view)).toContain('أخبار اليوم');
  });
});

const archive = (...parts: readonly string[]): Uint8Array =>
  bytes(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="b-1"\r\n\r\npreamble\r\n${parts.map((part) => `--b-1\r\n${part}\r\n`).join('')}--b-1--\r\nepilogue`,
  );

describe('a web archive (MHTML)', () => {
  const picture = Buffer.from(somePng(2, 2)).toString('base64');
  const html =
    'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Caf=C3=A9 at the ri=\r\nver</p><img src=3D"https://a.example/b.png"><img src=3D"cid:p1"><img src=3D"https://a.example/c.png"><script>x()</script>';
  const png = (head: string) =>
    `Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n${head}\r\n\r\n${picture}`;

  it('is its page with the pictures it carries, by address and by id', () => {
    const view = readView(
      'mhtml',
      archive(html, png('Content-Location: https://a.example/b.png'), png('Content-ID: <p1>')),
    );
    if (view?.kind !== 'page') throw new Error('This is no page.');
    expect(view.html).toContain('<p>Café at the river</p>');
    expect(view.html.split(picture)).toHaveLength(3);
    expect(view.leftOut).toBe(1);
    expect(view.html).not.toMatch(DANGEROUS);
  });

  it('without a page, or cut short, is none; reading any bytes ends', () => {
    expect(readView('mhtml', archive('Content-Type: text/css\r\n\r\na{}'))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(400), (noise, cut) => {
        const whole = archive(html);
        const mixed = Uint8Array.from([...whole.slice(0, cut), ...noise]);
        expect(markupOf(readView('mhtml', mixed))).not.toMatch(DANGEROUS);
      }),
    );
  });
});

describe('a text in lines', () => {
  it('is all of the text, in lines that can be shown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), (text) => {
        const lines = linesOf(text);
        expect(lines.every(({ length }) => length <= 400)).toBe(true);
        expect(lines.join('')).toBe(text.replaceAll(/\r\n|\r|\n/g, ''));
      }),
    );
    expect(linesOf(`${'x'.repeat(1000)}\nend`)).toHaveLength(4);
  });

  it('is none when the bytes are no text', () => {
    expect(readView('text', Uint8Array.from([0, 1, 2, 3, 0, 255]))).toBeNull();
  });
});
