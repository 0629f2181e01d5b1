import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
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

/** A WebP of these chunks, name and content in turn. */
function webp(...chunks: readonly string[]): Buffer {
  const body: Buffer[] = [Buffer.from('WEBP', 'latin1')];
  for (let at = 0; at < chunks.length; at += 2) {
    const content = Buffer.from(chunks[at + 1] ?? '', 'latin1');
    const size = Buffer.alloc(4);
    size.writeUInt32LE(content.length);
    body.push(Buffer.from(chunks[at] ?? '', 'latin1'), size, content, Buffer.alloc(content.length % 2));
  }
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(Buffer.concat(body).length, 4);
  return Buffer.concat([head, ...body]);
}

/** A PNG with a chunk of packed text before its end. */
function pngWithPacked(packed: Uint8Array): Buffer {
  const png = Buffer.from(somePng(4, 4));
  const content = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), packed]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const chunk = Buffer.concat([size, Buffer.from('zTXt', 'latin1'), content, Buffer.alloc(4)]);
  const end = png.indexOf('IEND') - 4;
  return Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]);
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

  it.each([
    ['a GIF', 'GIF89a\x02\0\x02\0\0\0\0;'],
    ['a TIFF', 'II*\0\x08\0\0\0\0\0'],
    ['a TIFF the other way round', 'MM\0*\0\0\0\x08\0\0'],
    ['a BMP', `BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0\x02\0\0\0`],
    ['a BMP that could be UTF-16', `BM${'a\0'.repeat(2)}\0\0\0\0${'a\0'.repeat(40)}`],
    ['an AVIF', `\0\0\0\x1cftypavif${'a\0'.repeat(40)}`],
    ['a WAV', `RIFF\x40\0\0\0WAVEfmt ${'a\0'.repeat(40)}`],
    ['a tar', `notes.txt${'\0'.repeat(248)}ustar\x0000`],
    ['an older Office file', `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(60)}`],
    ['a 7z archive', "7z\xbc\xaf'\x1c" + 'abcdefgh'.repeat(4)],
    ['a bzip2 file', `BZh9${'letters of no sense '.repeat(4)}`],
    ['a moving WebP', webp('VP8X', 'a'.repeat(10), 'ANIM', 'abcdef', 'ANMF', 'a'.repeat(20))],
    ['a WebP with a chunk nobody knows', webp('VP8L', 'abcd', 'NOTE', 'abcd')],
    ['a PNG whose packed text is damaged', pngWithPacked(Buffer.from('x\xda damaged', 'latin1'))],
  ])('%s is said to be unread, and a name in its bytes found', async (_kind, bytes) => {
    const file = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    expect(await check(file)).toEqual({ leaks: false, unread: true });
    const named = Buffer.concat([file, Buffer.from(` by ${LATIN} `)]);
    expect((await check(named)).leaks).toBe(true);
  });

  it.each([
    ['a WebP of one picture', webp('VP8L', 'abcd', 'XMP ', `by Somebody`)],
    ['a PNG with a packed text', pngWithPacked(deflateSync('by Somebody'))],
    ['a note that begins with BM', Buffer.from('BM was here on Friday, and said so.')],
  ])('%s is read whole', async (_kind, bytes) => {
    expect(await check(bytes)).toEqual(CALM);
  });

  it('a name in the packed text of a PNG is found', async () => {
    expect((await check(pngWithPacked(deflateSync(`by ${LATIN}`)))).leaks).toBe(true);
  });

  it('with files nested deeper than anybody nests them is said to be unread', async () => {
    let nested = zipSync({ 'b.txt': strToU8('calm') });
    for (let deep = 0; deep < 20; deep += 1) nested = zipSync({ a: nested }, { level: 0 });
    expect(await check(nested)).toEqual({ leaks: false, unread: true });
  });
});
