import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOf } from '#renderer/importers/read-document.ts';
import { MOST_UNPACKED } from '#renderer/importers/docx/docx-parts.ts';
import { readDocx } from '#renderer/importers/docx/read-docx.ts';
import { compoundWith, docxOf, richDocx } from '../../support/docx-files.ts';

const read = async (bytes: Uint8Array) => (await readDocx('a.docx', bytes)).text;
const code = (bytes: Uint8Array) =>
  readDocx('a.docx', bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

/** The document with some of its parts replaced. */
function withParts(bytes: Uint8Array, parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...unzipSync(bytes), ...parts });
}

describe('a Word document', () => {
  it('gives its paragraphs, lists, tables, breaks and notes as text', async () => {
    expect(await read(await richDocx())).toBe(
      [
        'Two boats at night',
        'They crossed the river[1].\nNobody saw them.',
        'one boat\nanother boat',
        'Name\tSeen at dawn\nSami\t05:10',
        'وصل العناصر ليلاً.',
        '[1] Told by a clerk. Not named.',
      ].join('\n\n'),
    );
  });

  it('is told with its title, size and hash, and as what it was read', async () => {
    const bytes = await docxOf('Two boats', 'They crossed.');
    expect(await readDocx('boats.docx', bytes)).toMatchObject({
      title: 'Two boats',
      fileName: 'boats.docx',
      encoding: 'docx',
      bytes: bytes.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      pages: null,
    });
  });

  it('keeps the words of each paragraph to the letter, whatever they are', async () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '').trim())
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 5 }), async (paragraphs) => {
        expect(await read(await docxOf(...paragraphs))).toBe(paragraphs.join('\n\n'));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves deleted words out and takes inserted ones in', async () => {
    const bytes = await docxOf('One MARK two.');
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const tracked = xml.replace(
      /<w:r>(?:(?!<w:r>).)*MARK.*?<\/w:r>/s,
      '<w:r><w:t>One </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>gone</w:delText></w:r></w:del>' +
        '<w:ins w:id="2" w:author="a"><w:r><w:t>new</w:t></w:r></w:ins>',
    );
    expect(tracked).not.toBe(xml);
    expect(await read(withParts(bytes, { 'word/document.xml': strToU8(tracked) }))).toBe('One new');
  });
});

describe('a Word document that cannot be read', () => {
  it('says that it is encrypted, or older, or no document at all', async () => {
    expect(await code(compoundWith('EncryptedPackage'))).toBe('protected-file');
    expect(await code(compoundWith('WordDocument'))).toBe('old-word');
    expect(await code(strToU8('Dear all,'))).toBe('damaged-file');
    expect(await code(zipSync({ 'a.txt': strToU8('a') }))).toBe('damaged-file');
    expect(await code(await docxOf(' '))).toBe('empty-file');
  });

  it('is not unpacked when it says it unpacks to too much', async () => {
    const bomb = withParts(await docxOf('a'), { 'word/comments.xml': new Uint8Array(MOST_UNPACKED) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await code(bomb)).toBe('too-large');
  });

  it('is not unpacked beyond the size it declares', async () => {
    const bomb = withParts(await docxOf('a'), { 'word/document.xml': new Uint8Array(8_000_000) });
    // The central directory says 10 bytes (APPNOTE 4.3.12: uncompressed size at offset 24).
    const view = new DataView(bomb.buffer);
    for (let at = 0; at + 46 < bomb.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await code(bomb)).toBe('damaged-file');
  });

  it('never unpacks pictures', async () => {
    const bytes = withParts(await docxOf('Words.'), {
      'word/media/a.png': new Uint8Array(2 * MOST_UNPACKED),
    });
    expect(await read(bytes)).toBe('Words.');
  });

  it('ends when its notes refer to each other, and however deep it is nested', async () => {
    const rich = await richDocx();
    const notes = strFromU8(unzipSync(rich)['word/footnotes.xml'] ?? new Uint8Array());
    const looped = notes.replace(
      'Told by a clerk.',
      'Loop</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>',
    );
    expect(looped).not.toBe(notes);
    expect(await read(withParts(rich, { 'word/footnotes.xml': strToU8(looped) }))).toContain('[1] Loop[1]');
    const xml = strFromU8(unzipSync(rich)['word/document.xml'] ?? new Uint8Array());
    const deep = xml.replace('<w:body>', `<w:body>${'<w:sdt><w:sdtContent>'.repeat(50_000)}`);
    expect(await code(withParts(rich, { 'word/document.xml': strToU8(deep) }))).toBe('damaged-file');
  });

  it('answers any bytes with a text or a reason', async () => {
    const whole = await docxOf('Some words to break.');
    const broken = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
      .map((edits) => {
        const bytes = whole.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        return bytes;
      });
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        expect(['read', 'damaged-file', 'empty-file', 'too-large']).toContain(await code(bytes));
      }),
      { numRuns: 150 },
    );
  });
});

describe('what a file is read as', () => {
  it('is told by its name and first bytes', async () => {
    const docx = await docxOf('a');
    expect(formatOf('a.docx', docx)).toBe('docx');
    expect(formatOf('A.DOCX', strToU8('no archive'))).toBe('docx');
    expect(formatOf('old.doc', compoundWith('WordDocument'))).toBe('docx');
    expect(formatOf('a.doc', strToU8('plain words'))).toBe('text');
    expect(formatOf('a.txt', docx)).toBe('text');
    expect(formatOf('a.htm', strToU8('<p>'))).toBe('html');
  });
});
