import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { docxFile } from '#renderer/workers/word/docx-file.ts';
import { checkFile } from '#main/services/leak-check/check-file.ts';
import type { LeakReport } from '#main/services/leak-check/leak.ts';
import { typeset } from '#main/services/report/typeset.ts';
import { DEFAULT_SETUP } from '#core/report/setup.ts';
import { somePng } from '../../support/png.ts';
import { FOLDERS, workedReport } from '../report/support.ts';

const folder = mkdtempSync(join(tmpdir(), 'touchstone-leaks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NEEDLES = [
  { itemId: 'nadia', words: 'Nadia al-Khatib' },
  { itemId: 'nadia', words: 'ناديا الخطيب' },
];
const WATCHED = [{ itemId: 'omar', words: 'Omar Haddad' }];

async function check(bytes: Uint8Array | string, fileName = 'report', content = ''): Promise<LeakReport> {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return checkFile({ path, fileName, content, needles: NEEDLES, watched: WATCHED });
}
/** The places of the leaks, each step as kind and name. */
const places = ({ leaks }: LeakReport): string[] =>
  leaks.map(({ place }) => place.map(({ kind, name }) => (name === '' ? kind : `${kind}:${name}`)).join('/'));

type Model = {
  title: string;
  claims: { statement: string; evidence: { alt: string; url: string; picture: string }[] }[];
};

function pdfWith(
  change: (model: Model) => void,
  standard: 'ua-1' | 'a-3a' = 'ua-1',
  language: 'en' | 'ar' = 'en',
): Uint8Array {
  const { model, pictures } = workedReport(6, {
    sections: { ...DEFAULT_SETUP.sections, annex: false },
    language,
  });
  const changed = JSON.parse(model) as Model;
  change(changed);
  return typeset({ model: JSON.stringify(changed), pictures, paper: 'a4', standard }, FOLDERS).pdf;
}

describe('a finished PDF', () => {
  it('without protected names passes, and tells whom it names', async () => {
    const found = await check(pdfWith((model) => void (model.title = 'What Omar Haddad said')));
    expect(found).toEqual({ leaks: [], holds: ['omar'], unread: [] });
  });

  it('is read on its pages, over the ends of lines', async () => {
    const long = `${'Somebody said that '.repeat(6)} it was NADIA AL KHATIB who said so.`;
    const found = await check(
      pdfWith((model) => {
        for (const [at, claim] of model.claims.entries()) claim.statement = `${'word '.repeat(at)}${long}`;
      }),
    );
    expect(places(found).some((place) => place.startsWith('page:'))).toBe(true);
  });

  it.each(['en', 'ar'] as const)('is read in Arabic, set in a report in %s', async (language) => {
    const found = await check(
      pdfWith(
        (model) => {
          const [claim] = model.claims;
          if (claim) claim.statement = 'قالت نادِيا الخطيب إنها رأت الجسر';
        },
        'ua-1',
        language,
      ),
    );
    expect(places(found).some((place) => /^page:\d+$/u.test(place))).toBe(true);
  });

  it('is read in its information, XMP and outline', async () => {
    const found = places(await check(pdfWith((model) => void (model.title = 'Nadia Al Khatib’s day'))));
    expect(found).toEqual(expect.arrayContaining(['info', 'xmp']));
    const heading = await check(
      pdfWith((model) => {
        for (const claim of model.claims) claim.statement = 'Nadia al-Khatib left.';
      }),
    );
    expect(places(heading)).toContain('outline');
  });

  it('is read in the texts that stand for its pictures, and in web addresses', async () => {
    const found = await check(
      pdfWith((model) => {
        for (const { evidence } of model.claims)
          for (const item of evidence) {
            if (item.picture !== '') item.alt = 'A picture of Nadia al-Khatib';
            item.url = 'https://example.org/nadia-al-khatib';
          }
      }),
    );
    expect(places(found)).toContain('alt');
    expect(places(found).some((place) => /^page:\d+$/u.test(place))).toBe(true);
  });

  it('is read in every string that stands for something, however it is written and packed', async () => {
    const utf16 = Buffer.from('\ufeffNadia al-Khatib', 'utf16le').swap16();
    const ways = {
      literal: '/Alt (by Nadia al\\055Khat\\151b \\(twice\\))',
      'literal with brackets': '/Alt ((by) Nadia al-Khatib)',
      hexadecimal: `/ActualText <${utf16.toString('hex')}>`,
      address: '/URI (https://example.org/nadia-al-khatib)',
    };
    for (const [way, said] of Object.entries(ways)) {
      const packed = deflateSync(Buffer.from(`BT ${said} ET`));
      const object = Buffer.concat([
        Buffer.from('9 0 obj\n<<>>\nstream\n'),
        packed,
        Buffer.from('\nendstream\n'),
      ]);
      const pdf = Buffer.from(pdfWith(() => undefined));
      expect(places(await check(Buffer.concat([pdf, Buffer.from(`<< ${said} >>\n`)]))), way).toContain('alt');
      expect(places(await check(Buffer.concat([pdf, object]))), `${way}, packed`).toContain('alt');
    }
  });

  it('is read in what is attached to it', async () => {
    const found = await check(
      pdfWith((model) => Object.assign(model, { unseen: ['Nadia \u0061l-Khatib'] }), 'a-3a'),
    );
    expect(places(found)).toEqual(['attachment:report-data.json']);
  });

  it('is held against what it was made from, where its signs are not to be read one by one', async () => {
    const content = JSON.stringify({ url: 'https://example.org/Nadia%20al-Khatib' });
    expect(
      places(
        await check(
          pdfWith(() => undefined),
          'report',
          content,
        ),
      ),
    ).toEqual(['content']);
  });

  it('that is damaged is said not to have been read', async () => {
    const pdf = pdfWith(() => undefined).slice(0, 4000);
    expect((await check(pdf)).unread).toEqual([[]]);
  });
});

/** A chunk of a PNG; nobody here checks its sum. */
function pngWith(name: string, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  const png = Buffer.from(somePng());
  return Buffer.concat([png.subarray(0, 33), head, data, Buffer.alloc(4), png.subarray(33)]);
}

function jpegWith(marker: number, data: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, 0xd8, 0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 4);
  return Buffer.concat([head, data, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}

describe('a finished picture', () => {
  it.each([
    ['EXIF in UTF-8', jpegWith(0xe1, Buffer.from('Exif\0\0II*\0Nadia al-Khatib\0')), 'metadata:APP1'],
    [
      'EXIF in UTF-16, at an odd place',
      jpegWith(0xe1, Buffer.concat([Buffer.from('x'), Buffer.from('Nadia al-Khatib', 'utf16le')])),
      'metadata:APP1',
    ],
    ['a JPEG comment', jpegWith(0xfe, Buffer.from('by nadia alkhatib')), 'metadata:COM'],
    [
      'IPTC in Latin-1',
      jpegWith(0xed, Buffer.from('Photoshop 3.0\0 Nadia al-Khatib', 'latin1')),
      'metadata:APP13',
    ],
    ['text of a PNG', pngWith('tEXt', Buffer.from('Author\0Nadia al-Khatib', 'latin1')), 'metadata:tEXt'],
    [
      'packed text of a PNG',
      pngWith('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync('Nadia al-Khatib')])),
      'metadata:zTXt',
    ],
  ])('is read: %s', async (_name, bytes, place) => {
    expect(places(await check(bytes))).toEqual([place]);
  });

  it('without such words passes', async () => {
    expect(await check(somePng())).toEqual({ leaks: [], holds: [], unread: [] });
  });
});

describe('a finished text', () => {
  it.each([
    [
      'JSON with escapes',
      '{"name": "\\u0646\\u0627\\u062f\\u064a\\u0627 \\u0627\\u0644\\u062e\\u0637\\u064a\\u0628"}',
    ],
    ['a name of a JSON field', '{"Nadia al-Khatib": 1}'],
    ['HTML with character references', '<p>Nadia&nbsp;al&#x2d;Khatib</p>'],
    ['HTML with tags within the name', '<p><b>Na</b>dia <i>al-</i>Khatib</p>'],
    ['an attribute', '<img alt="Nadia al-Khatib">'],
    ['data in HTML', '<html><script type="application/json">{"a":"Nadia \\u0061l-Khatib"}</script></html>'],
    ['CSV', 'ref,statement\nC-1,"""Nadia"" al-Khatib left"'],
    ['text over two lines', 'He saw Nadia al-\nKhatib there.'],
  ])('is read: %s', async (_name, text) => {
    expect(places(await check(text))).toContain('text');
  });

  it('in UTF-16 is read by its mark', async () => {
    expect(places(await check(Buffer.from('\ufeffNadia al-Khatib', 'utf16le')))).toEqual(['text']);
  });

  it('leaves under a name that is read as well', async () => {
    expect(places(await check('nothing', 'Nadia al Khatib.csv'))).toEqual(['file-name:Nadia al Khatib.csv']);
  });
});

describe('a finished archive', () => {
  it('is read in the names of its files, and in each by what it is', async () => {
    const inner = zipSync({ 'deep.txt': strToU8('It was Nadia al-Khatib.') });
    const bag = zipSync({
      'data/Nadia al-Khatib.txt': strToU8('nothing'),
      'data/notes.txt': strToU8('nadia al-khatib, Omar Haddad'),
      'data/photo.jpg': jpegWith(0xfe, Buffer.from('Nadia al-Khatib')),
      'data/inner.zip': [inner, { level: 0 }],
      'data/clean.pdf': pdfWith(() => undefined),
    });
    const found = await check(bag);
    expect(places(found).sort()).toEqual([
      'entry-name:data/Nadia al-Khatib.txt',
      'entry:data/inner.zip/entry:deep.txt',
      'entry:data/notes.txt',
      'entry:data/photo.jpg/metadata:COM',
    ]);
    expect(found.holds).toEqual(['omar']);
    expect(found.unread).toEqual([]);
  });

  it('says which files text cannot check, and finds a name in their bytes all the same', async () => {
    const video = Buffer.concat([
      Buffer.alloc(1000, 1),
      Buffer.from([0]),
      Buffer.from('Nadia al-Khatib', 'utf16le'),
    ]);
    const found = await check(zipSync({ 'clip.mp4': video, 'other.mp4': Buffer.alloc(50) }));
    expect(places(found)).toEqual(['entry:clip.mp4/bytes']);
    expect(found.unread.map((place) => place.at(-1)?.name)).toEqual(['clip.mp4', 'other.mp4']);
  });

  it('searches files too large to be held as they pass, over the cuts', async () => {
    const large = Buffer.alloc(66 * 1024 * 1024, 1);
    large.write('Nadia al-Khatib', large.length - 100, 'utf8');
    const found = await check(zipSync({ 'big.bin': [large, { level: 0 }] }));
    expect(places(found)).toEqual(['entry:big.bin/bytes']);
    expect(found.unread).toHaveLength(1);
  });

  it('is read as a Word document, its properties included', async () => {
    const flow = {
      title: 'On Nadia al-Khatib',
      language: 'en',
      blocks: [{ kind: 'paragraph', text: 'Nothing here.' }],
    } as const;
    const found = places(await check(await docxFile(flow, '2026-11-23')));
    expect(found).toContain('entry:docProps/core.xml');
  });
});
