import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFile } from '#main/services/leak-check/check-file.ts';
import { toWindows1256 } from '#main/services/leak-check/readings/charset.ts';
import { somePng } from '../../support/png.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-foreign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LATIN = 'Zoë Müllner';
const ARABIC = 'ناديا الخطيب';
const NEEDLES = [
  { itemId: 'witness', words: LATIN },
  { itemId: 'witness', words: ARABIC },
];

async function check(bytes: Uint8Array | string) {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const report = await checkFile({ path, fileName: 'x', content: '', needles: NEEDLES, watched: [] });
  return { leaks: report.leaks.length > 0, unread: report.unread.length > 0 };
}

const CALM = { leaks: false, unread: false };
const base64 = (text: string | Uint8Array, encoding: BufferEncoding = 'utf8'): string =>
  (typeof text === 'string' ? Buffer.from(text, encoding) : Buffer.from(text)).toString('base64');
const lines = (text: string): string => text.replaceAll(/.{1,76}/g, '$&\r\n');
const quotedPrintable = (text: string, encoding: BufferEncoding = 'utf8'): string =>
  [...Buffer.from(text, encoding)]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replaceAll(/.{1,72}/g, '$&=\r\n');
const escaped = (text: string): string =>
  [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const mail = (headers: string, body: string): string => `MIME-Version: 1.0\r\n${headers}\r\n\r\n${body}\r\n`;
const page = (words: string): string =>
  `<!doctype html><html><head><title>News</title></head><body><p>On Friday ${words} spoke to reporters in the town.</p></body></html>`;

/** A JPEG of one segment of metadata and a few coded bytes, with something behind its end. */
function jpegWith(behind: Uint8Array, comment = Buffer.alloc(0)): Uint8Array {
  const segment = (marker: number, data: Uint8Array) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data]);
  const scan = segment(0xda, Buffer.alloc(10));
  const coded = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
  // The second comment stands between two scans, as progressive files have them.
  const after = comment.length > 0 ? [segment(0xfe, comment), scan, coded] : [];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    scan,
    coded,
    ...after,
    Buffer.from([0xff, 0xd9]),
    behind,
  ]);
}

const rtf = (words: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl\\f0 Arial;}\\uc1 On Friday ${words} spoke.\\par}`;
const rtfHex = (text: string): string =>
  [...Buffer.from(text, 'latin1')]
    .map((byte) => (byte < 128 ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`))
    .join('');
const rtfUnits = (text: string): string =>
  [...text].map((one) => `\\u${(one.charCodeAt(0) << 16) >> 16}?`).join('');

/** Each kind of file as a function of the words in it. */
const KINDS: Readonly<Record<string, (words: string) => Uint8Array | string>> = {
  'MHTML in quoted-printable': (words) =>
    mail(
      'Content-Type: multipart/related; boundary=x',
      `--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quotedPrintable(page(words))}\r\n--x--`,
    ),
  'MHTML in base64': (words) =>
    mail(
      'Content-Type: multipart/related; boundary=x',
      `--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(base64(page(words)))}--x--`,
    ),
  'MHTML in base64 of UTF-16': (words) =>
    mail('Content-Type: text/html; charset=utf-16', lines(base64(`\ufeff${page(words)}`, 'utf16le'))),
  'mail, subject in B words': (words) => mail(`Subject: =?utf-8?B?${base64(words)}?=`, 'Hello.'),
  'mail, subject in two Q words': (words) => {
    const half = Math.floor(words.length / 2);
    const word = (text: string) =>
      `=?UTF-8?Q?${[...Buffer.from(text)].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('')}?=`;
    return mail(`Subject: ${word(words.slice(0, half))}\r\n ${word(words.slice(half))}`, 'Hello.');
  },
  'mail with an attached archive': (words) =>
    mail(
      'Content-Type: application/zip\r\nContent-Transfer-Encoding: base64',
      lines(base64(zipSync({ 'notes.txt': strToU8(`Met ${words} there.`) }))),
    ),
  'JSON lines': (words) => `{"id":1}\n{"id":2,"who":${escapedJson(words)}}\n`,
  'a script with escapes': (words) => `<html><script>const who = "${escaped(words)}";</script></html>`,
  'a style sheet with escapes': (words) =>
    `<style>p::after{content:"${[...words].map((one) => `\\${one.charCodeAt(0).toString(16)} `).join('')}"}</style>`,
  'named and numeric references': (words) =>
    page(words.replaceAll('ë', '&euml;').replaceAll('ü', '&uuml;').replaceAll('ا', '&#1575;')),
  'an address that carries text': (words) =>
    `<img src="data:text/html;charset=utf-8,${encodeURIComponent(page(words))}">`,
  'an address that carries base64': (words) =>
    `<iframe src='data:text/html;base64,${base64(page(words))}'></iframe>`,
  'a style sheet that carries a picture with words': (words) =>
    `a{background:url(data:image/svg+xml;base64,${base64(`<svg><text>${words}</text></svg>`)})}`,
  'a page in JSON in a page': (words) =>
    `<script type="application/json">${JSON.stringify({ html: page(words.replaceAll('ü', '&uuml;').replaceAll('ا', '&#x627;')) })}</script>`,
  'RTF in units': (words) => rtf(rtfUnits(words)),
  'packed by gzip': (words) => gzipSync(`Met ${words} there.`),
  'an archive in an archive': (words) =>
    zipSync({ 'a.zip': zipSync({ 'b.txt': strToU8(`Met ${words} there.`) }) }),
  'UTF-16 without a mark': (words) =>
    Buffer.from(`Met ${words} there. ${'And so on and so on. '.repeat(20)}`, 'utf16le'),
  'text behind the end of a JPEG': (words) => jpegWith(Buffer.from(`Met ${words} there.`)),
  'an archive behind the end of a JPEG': (words) =>
    jpegWith(zipSync({ 'b.txt': strToU8(`Met ${words} there.`) })),
  'a comment between two scans of a JPEG': (words) => jpegWith(Buffer.alloc(0), Buffer.from(`by ${words}`)),
  'text behind the end of a PNG': (words) =>
    Buffer.concat([somePng(4, 4), Buffer.from(`Met ${words} there.`)]),
};

/** JSON with every letter escaped. */
const escapedJson = (text: string): string => `"${escaped(text)}"`;

describe('a file that a bag carries as it came', () => {
  it.each(Object.keys(KINDS).flatMap((kind) => [LATIN, ARABIC].map((words) => [kind, words] as const)))(
    '%s: %s is found',
    async (kind, words) => {
      expect((await check(KINDS[kind]?.(words) ?? '')).leaks).toBe(true);
    },
  );

  it.each(Object.keys(KINDS))('%s: passes without such words, read whole', async (kind) => {
    expect(await check(KINDS[kind]?.('Somebody Else') ?? '')).toEqual(CALM);
  });

  it('RTF in one byte a letter is read in its code page', async () => {
    expect((await check(rtf(rtfHex(LATIN)))).leaks).toBe(true);
  });

  it('in Windows-1256 is read, whichever encoding it seems to be in', async () => {
    const text = toWindows1256(`قال ${ARABIC} إنه رأى ذلك في المدينة.`) ?? Buffer.alloc(0);
    expect(text.length).toBeGreaterThan(0);
    expect((await check(text)).leaks).toBe(true);
  });

  it('of a kind not known here is said to be unread, and searched as words all the same', async () => {
    const unknown = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 1, 2, 0, 255]),
      Buffer.alloc(300),
    ]);
    expect(await check(unknown)).toEqual({ leaks: false, unread: true });
    const named = Buffer.concat([unknown, Buffer.from(LATIN.toUpperCase(), 'utf16le'), unknown]);
    expect(await check(named)).toEqual({ leaks: true, unread: true });
  });

  it('with files nested deeper than anybody nests them is said to be unread', async () => {
    let nested = zipSync({ 'b.txt': strToU8('calm') });
    for (let deep = 0; deep < 20; deep += 1) nested = zipSync({ a: nested }, { level: 0 });
    expect(await check(nested)).toEqual({ leaks: false, unread: true });
  });
});
