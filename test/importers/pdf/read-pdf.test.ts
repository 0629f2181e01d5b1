import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '#renderer/importers/pdf/read-pdf.ts';
import { plainPdf, shown, typstPdf } from '../../support/pdf-files.ts';

const read = (bytes: Uint8Array) => readPdf('a.pdf', bytes, () => undefined);
const code = (bytes: Uint8Array) =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

describe('a PDF', () => {
  it('gives its paragraphs, hyphenated words whole, and says where its pages start', async () => {
    const article = await read(
      typstPdf(`#set page(width: 300pt, height: 150pt, margin: 30pt)
#set par(justify: true)
#set text(font: "Source Serif 4", size: 11pt, hyphenate: true)
= Two boats at night
Deserters from the organisation arrived in the town during the night, witnesses said, with extraordinarily complicated international military co-operation. Nobody had expected them.

They had crossed the river in two boats. A resident said that more than five of them had been seen near the old bridge before dawn, and that misunderstandings were unavoidable.`),
    );
    expect(article.text.split('\n\n')).toEqual([
      'Two boats at night',
      'Deserters from the organisation arrived in the town during the night, witnesses said, with extraordinarily complicated international military co-operation. Nobody had expected them.',
      'They had crossed the river in two boats. A resident said that more than five of them had been seen near the old bridge before dawn, and that misunderstandings were unavoidable.',
    ]);
    expect(article).toMatchObject({ title: 'Two boats at night', encoding: 'pdf', fileName: 'a.pdf' });
    expect(article.pages).toHaveLength(2);
    const [, second = 0] = article.pages ?? [];
    expect(article.text.slice(second)).toMatch(/^They had crossed/);
  });

  it('gives Arabic in the order in which it is read, with its numbers, brackets, Latin words and marks', async () => {
    const words =
      'وصل العناصر ليلاً في 3 يوليو 2015 إلى البلدة (قرب الجسر) وقال الأهالي: «لا نعرف الأسباب» ثم غادروا. ' +
      'وقالت وكالة Reuters News إن 12.5 في المئة لا يعرفون الإجابة.';
    const article = await read(
      typstPdf(`#set page(width: 420pt, height: 300pt)
#set text(font: "Amiri", lang: "ar", size: 12pt)
${words}`),
    );
    expect(article.text).toBe(words);
  });

  it('leaves running heads and page numbers out where they stand on every page, and says so', async () => {
    const body = Array.from({ length: 5 }, (_, at) => `Page ${at + 1} tells of day ${at * 7}.`);
    const article = await read(
      typstPdf(`#set page(width: 300pt, height: 300pt, header: [River News, July 2015], footer: align(center, context counter(page).display()))
#set text(font: "Source Serif 4")
${body.join('\n#pagebreak()\n')}`),
    );
    expect(article.text).toBe(body.join('\n\n'));
    expect(article.remarks?.leftOut).toEqual(
      expect.arrayContaining([
        { words: 'River News, July 2015', pages: 5 },
        { words: '1', pages: 5 },
      ]),
    );
    expect(article.pages?.map((at) => article.text.slice(at, at + 6))).toEqual(
      body.map((words) => words.slice(0, 6)),
    );
  });

  it('keeps numbers at the edge of its pages that do not count them', async () => {
    const article = await read(
      plainPdf(
        [12, 90, 35, 7].map((count) =>
          shown([`${count}`, `deserters left, ${'again '.repeat(count)}`], { y: 580 }),
        ),
      ),
    );
    expect(article.remarks?.leftOut).toEqual([]);
    for (const count of ['12', '90', '35', '7']) expect(article.text).toContain(count);
  });

  it('reads columns one after the other, and a paragraph on into the next column', async () => {
    const left = ['The witnesses told us that they had', 'seen the boats cross the river and'];
    const right = ['that nobody had followed them.', 'A clerk said so as well, in writing.'];
    const article = await read(plainPdf([`${shown(left)} ${shown(right, { x: 220 })}`]));
    expect(article.text).toBe([...left, ...right].join(' '));
  });

  it('says which of its pages hold no text', async () => {
    const article = await read(
      plainPdf([shown(['Some words stand here.']), '', shown(['And here as well.'])]),
    );
    expect(article.remarks?.bare).toEqual([2]);
    expect(article.pages).toEqual([0, 24, 24]);
  });

  it('tells after each page how far it is', async () => {
    const told: string[] = [];
    const bytes = plainPdf(['a', 'b', 'c'].map((letter) => shown([`Page ${letter} has words.`])));
    await readPdf('a.pdf', bytes, (done, total) => told.push(`${done} of ${total}`));
    expect(told).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  it('reads a font of drawings, spread letters, raised figures and text set twice for a bold look', async () => {
    const content = [
      'BT /F 10 Tf 2 Tc 40 560 Td (SPREAD WORDS) Tj ET',
      'BT /F 10 Tf 40 540 Td (They left) Tj 3.5 Ts /F 6 Tf (1) Tj 0 Ts /F 10 Tf ( at once.) Tj ET',
      'BT /F 10 Tf 40 520 Td (Bold) Tj ET BT /F 10 Tf 40.3 520 Td (Bold) Tj ET',
    ].join('\n');
    const { text } = await read(plainPdf([content]));
    expect(text.replaceAll(/\s+/g, ' ')).toBe('SPREAD WORDS They left1 at once. Bold');
  });
});

describe('a PDF that cannot be read', () => {
  it('says that its pages are pictures', async () => {
    expect(await code(plainPdf(['0 0 100 100 re f', '']))).toBe('scanned-pdf');
  });

  it('says that it opens with a password only', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchstone-pdf-'));
    try {
      const [plain, locked] = [join(folder, 'a.pdf'), join(folder, 'b.pdf')];
      writeFileSync(plain, plainPdf([shown(['Secret words.'])]));
      execFileSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', plain, locked]);
      expect(await code(new Uint8Array(readFileSync(locked)))).toBe('protected-file');
      execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', plain, locked]);
      expect((await read(new Uint8Array(readFileSync(locked)))).text).toBe('Secret words.');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('answers any bytes with a text or a reason', async () => {
    const whole = plainPdf([shown(['Some words to break.', 'And more of them.'])]);
    const broken = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
      .map((edits) => {
        const bytes = whole.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        return bytes;
      });
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        expect(['read', 'damaged-file', 'scanned-pdf', 'protected-file']).toContain(await code(bytes));
      }),
      { numRuns: 60 },
    );
    expect(await code(new TextEncoder().encode('%PDF-1.7 and nothing else'))).toBe('damaged-file');
  });
});
