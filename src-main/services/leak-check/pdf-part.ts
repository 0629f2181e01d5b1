import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Piece, Place, ReadPart, Step } from './leak.ts';
import { pdfStrings } from './pdf-strings.ts';
import { wordPieces } from './text-part.ts';

/** How pdf.js names a PDF that is damaged or locked by a password: for the person to decide. */
const UNREADABLE: ReadonlySet<string> = new Set(['InvalidPDFException', 'PasswordException', 'FormatError']);

/** A stretch of text as it lies on its line, in units of the page; `size`: of its font. */
type Run = { readonly text: string; readonly start: number; readonly end: number; readonly size: number };
type Line = readonly Run[];

/** A wider gap than this share of the font's size is a blank. */
const BLANK = 0.12;

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
const turned = (text: string): string => (RTL.test(text) ? [...text].reverse().join('') : text);

/** The runs in this order, a blank where a gap lies between two. */
function joined(runs: Line): string {
  let text = '';
  for (const [at, run] of runs.entries()) {
    const before = runs[at - 1];
    const gap = before ? Math.max(run.start - before.end, before.start - run.end) : 0;
    text += gap > BLANK * run.size ? ` ${run.text}` : run.text;
  }
  return text;
}

/**
 * The text of a page in each order in which a name may be read from it: as drawn, each line from its
 * right end, and both with the letters of words from right to left turned round.
 */
function orders(lines: readonly Line[]): string[] {
  const each = (order: (line: Line) => Line): string => lines.map((line) => joined(order(line))).join('\n');
  const fromRight = (line: Line): Line => [...line].sort((a, b) => b.start - a.start);
  const lettersTurned = (line: Line): Line => line.map((run) => ({ ...run, text: turned(run.text) }));
  const asDrawn = lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
  return [
    asDrawn,
    each((line) => line),
    ...(RTL.test(asDrawn) ? [each(fromRight), each((line) => fromRight(lettersTurned(line)))] : []),
  ];
}

async function linesOf(page: PDFPageProxy): Promise<Line[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: true });
  const lines: Run[][] = [[]];
  for (const item of items) {
    if (!('str' in item)) continue;
    const start = Number(item.transform[4]);
    if (item.str !== '')
      lines.at(-1)?.push({ text: item.str, start, end: start + item.width, size: item.height || 10 });
    if (item.hasEOL) lines.push([]);
  }
  return lines;
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

function* titlesOf(outline: Outline | null): Generator<string> {
  for (const { title, url, items } of outline ?? []) {
    yield title;
    if (url) yield url;
    yield* titlesOf(items);
  }
}

/** Every text in a value that pdf.js answers with. */
function* wordsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value instanceof Map) yield* wordsIn([...value.values()]);
  else if (Array.isArray(value)) for (const held of value) yield* wordsIn(held);
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
    yield* wordsIn(Object.values(value));
}

async function* pagePieces(page: PDFPageProxy, at: (...steps: Step[]) => Place): AsyncGenerator<Piece> {
  const step: Step = { kind: 'page', name: String(page.pageNumber) };
  for (const text of orders(await linesOf(page))) {
    yield { place: at(step), text };
    yield { place: at(step), letters: text };
  }
  const links = [...wordsIn(await page.getAnnotations())].join('\n');
  yield { place: at(step, { kind: 'link', name: '' }), text: links };
}

type Attached = { readonly filename: string; readonly content: Uint8Array; readonly description?: string };

async function* documentPieces(
  document: PDFDocumentProxy,
  at: (...steps: Step[]) => Place,
  read: ReadPart,
): AsyncGenerator<Piece> {
  const { info, metadata } = await document.getMetadata();
  yield { place: at({ kind: 'info', name: '' }), text: [...wordsIn(info)].join('\n') };
  // pdf.js types the document's metadata as an object without members.
  const xmp: unknown = (metadata as { getRaw?: () => unknown } | null)?.getRaw?.();
  if (typeof xmp === 'string') yield* wordPieces(xmp, at({ kind: 'xmp', name: '' }));
  yield {
    place: at({ kind: 'outline', name: '' }),
    text: [...titlesOf(await document.getOutline())].join('\n'),
  };
  const names = Object.keys((await document.getDestinations()) ?? {});
  yield { place: at({ kind: 'destination', name: '' }), text: names.join('\n') };
  const attachments = ((await document.getAttachments()) ?? {}) as Record<string, Attached>;
  for (const { filename, content, description } of Object.values(attachments)) {
    const step: Step = { kind: 'attachment', name: filename };
    yield { place: at(step), text: `${filename}\n${description ?? ''}` };
    yield* read(content, at(step));
  }
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    yield* pagePieces(page, at);
    page.cleanup();
  }
}

/**
 * Loads pdf.js, which prints warnings about drawing as it loads (nothing is drawn here), and puts a
 * slow `push` in place of the engine's, for lists longer than any; without the engine's own, reading
 * takes a third longer.
 */
async function loadOpenPdf(): Promise<(bytes: Uint8Array) => Promise<PDFDocumentProxy>> {
  const { log } = console;
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  console.log = () => undefined;
  try {
    return (await import('./open-pdf.ts')).openPdf;
  } finally {
    console.log = log;
    if (push) Reflect.defineProperty(Array.prototype, 'push', push);
  }
}

/** Everything a PDF says: information, XMP, outline, names, attachments, each page with its links, texts of pictures. */
export async function* pdfPieces(bytes: Uint8Array, place: Place, read: ReadPart): AsyncGenerator<Piece> {
  const openPdf = await loadOpenPdf();
  const at = (...steps: Step[]): Place => [...place, ...steps];
  const said = [...pdfStrings(bytes)].join('\n');
  yield { place: at({ kind: 'alt', name: '' }), text: said };
  let document: PDFDocumentProxy;
  try {
    document = await openPdf(bytes);
  } catch (error) {
    if (!(error instanceof Error && UNREADABLE.has(error.name))) throw error;
    yield { place, unread: true };
    return;
  }
  try {
    yield* documentPieces(document, at, read);
  } finally {
    await document.destroy();
  }
}
