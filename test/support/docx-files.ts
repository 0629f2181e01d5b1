import {
  Document,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] });

/** A Word document of these paragraphs. */
export const docxOf = async (...paragraphs: readonly string[]): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toArrayBuffer(new Document({ sections: [{ children: paragraphs.map(paragraph) }] })),
  );

const cell = (...texts: readonly string[]): TableCell => new TableCell({ children: texts.map(paragraph) });

/** A Word document with a list, a table, a line break, tabs, a footnote and Arabic. */
export async function richDocx(): Promise<Uint8Array> {
  const listed = (text: string): Paragraph =>
    new Paragraph({ numbering: { reference: 'list', level: 0 }, children: [new TextRun(text)] });
  const document = new Document({
    numbering: {
      config: [{ reference: 'list', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
    },
    footnotes: { 1: { children: [paragraph('Told by a clerk.'), paragraph('Not named.')] } },
    sections: [
      {
        children: [
          paragraph('Two boats at night'),
          new Paragraph({
            children: [
              new TextRun('They crossed the river'),
              new FootnoteReferenceRun(1),
              new TextRun({ text: '.' }),
              new TextRun({ text: 'Nobody saw them.', break: 1 }),
            ],
          }),
          paragraph(''),
          listed('one boat'),
          listed('another boat'),
          new Table({
            rows: [
              new TableRow({ children: [cell('Name'), cell('Seen', 'at dawn')] }),
              new TableRow({ children: [cell('Sami'), cell('05:10')] }),
            ],
          }),
          new Paragraph({
            bidirectional: true,
            children: [new TextRun({ text: 'وصل العناصر ليلاً.', rightToLeft: true })],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** A compound file whose directory names one stream ([MS-CFB] 2.6.1). */
export function compoundWith(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [at, letter] of Array.from(stream).entries()) bytes[1024 + 2 * at] = letter.charCodeAt(0);
  return bytes;
}
