import {
  Document,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { Block, Flow } from '#core/exchange/flow/block.ts';

type Children = ISectionOptions['children'];

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}/u;
/** Right-to-left words with what stands between them, or anything else up to the next of them. */
const STRETCHES =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{M}][\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{M}\p{P}\p{Zs}]*|[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]+/gu;
/** What no XML 1.0 document may hold (section 2.2). */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Stretches of one direction: Word takes the font and the order of a run from its `rtl` mark (ECMA-376, 17.3.2.30). */
function runs(text: string, look: { readonly bold?: boolean; readonly italics?: boolean } = {}): TextRun[] {
  const clean = text.replaceAll(NOT_XML, '\ufffd');
  const parts = clean.match(STRETCHES);
  // A run holds no line break of its own.
  return (parts ?? []).map(
    (part) =>
      new TextRun({ ...look, rightToLeft: RIGHT_TO_LEFT.test(part), text: part.replaceAll('\n', ' · ') }),
  );
}

type Direction = { readonly bidirectional: boolean };

const startsRight = (text: string): boolean => {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return RIGHT_TO_LEFT.test(letter);
};

const directionOf = (text: string, whole: Direction): Direction =>
  /\p{L}/u.test(text) ? { bidirectional: startsRight(text) } : whole;

function row(cells: readonly string[], head: boolean, whole: Direction): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (cell) =>
        new TableCell({
          children: [
            new Paragraph({ ...directionOf(cell, whole), children: runs(cell, head ? { bold: true } : {}) }),
          ],
        }),
    ),
  });
}

function table({ caption, head, rows }: Extract<Block, { kind: 'table' }>, whole: Direction): Children {
  return [
    new Paragraph({
      ...directionOf(caption, whole),
      keepNext: true,
      children: runs(caption, { italics: true }),
    }),
    new Table({
      visuallyRightToLeft: whole.bidirectional,
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [row(head, true, whole), ...rows.map((cells) => row(cells, false, whole))],
    }),
  ];
}

function children(block: Block, whole: Direction): Children {
  if (block.kind === 'table') return table(block, whole);
  if (block.kind === 'list') {
    return block.items.map(
      (item) => new Paragraph({ ...directionOf(item, whole), bullet: { level: 0 }, children: runs(item) }),
    );
  }
  const direction = directionOf(block.text, whole);
  if (block.kind === 'heading') {
    return [
      new Paragraph({
        ...direction,
        heading: LEVELS[block.level],
        keepNext: true,
        children: runs(block.text),
      }),
    ];
  }
  const look = {
    status: { bold: true },
    warning: { bold: true },
    quote: { italics: true },
    soft: {},
  } as const;
  const indent = block.look === 'quote' ? { indent: { start: 400 } } : {};
  return [
    new Paragraph({
      ...direction,
      ...indent,
      children: runs(block.text, block.look ? look[block.look] : {}),
    }),
  ];
}

/** The dates in `docProps/core.xml` (ECMA-376 part 2, 8.3): the library writes the time of day there. */
const fixedDates = (xml: string, day: string): string =>
  xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T12:00:00Z`);

/** The archive with its parts in one order and every date the same: the same input gives the same bytes. */
function repacked(bytes: Uint8Array, day: string): Uint8Array {
  const parts = unzipSync(bytes);
  const mtime = new Date(`${day}T12:00:00`);
  const packed: Zippable = {};
  const names = Object.keys(parts).sort();
  // Readers expect the list of content types first (ECMA-376 part 2, 10.2).
  for (const name of ['[Content_Types].xml', ...names.filter((name) => name !== '[Content_Types].xml')]) {
    const part = parts[name];
    if (!part) continue;
    const content = name === 'docProps/core.xml' ? strToU8(fixedDates(strFromU8(part), day)) : part;
    packed[name] = [content, { mtime, level: 6 }];
  }
  return zipSync(packed);
}

/** The report as a Word document (Office Open XML). `day`: ISO 8601, the date it bears. */
export async function docxFile(flow: Flow, day: string): Promise<Uint8Array> {
  const whole = { bidirectional: flow.language === 'ar' };
  const document = new Document({
    title: flow.title.replaceAll(NOT_XML, '\ufffd'),
    creator: 'Touchstone',
    lastModifiedBy: 'Touchstone',
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' },
            size: 22,
            language: { value: 'en-GB', bidirectional: 'ar-SA' },
          },
          paragraph: { spacing: { after: 120 } },
        },
      },
    },
    sections: [{ children: flow.blocks.flatMap((block) => children(block, whole)) }],
  });
  return repacked(new Uint8Array(await Packer.toArrayBuffer(document)), day);
}
