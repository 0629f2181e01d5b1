import type { ReadArticle } from '#core/ports/workbench.ts';
import { sha256Bytes } from '#core/text/sha256-bytes.ts';
import { checkSize, ImportError } from '../import-error.ts';
import type { TellPages } from '../read-packed.ts';
import { titleOfText } from '../title-from-text.ts';
import { linesOf } from './lines.ts';
import { glyphsOf, openPdf } from './open-pdf.ts';
import { textOf } from './paragraphs.ts';
import { type LinedPage, withoutRunningHeads } from './running-heads.ts';

/** Letters of a page below which it is taken for a picture with a stamp or a number on it. */
const FEWEST_LETTERS = 8;

async function pagesOf(bytes: Uint8Array, tell: TellPages): Promise<readonly LinedPage[]> {
  const document = await openPdf(bytes);
  try {
    const pages: LinedPage[] = [];
    let letters = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const glyphs = await glyphsOf(document, number);
      const lines = linesOf(glyphs);
      pages.push({ height: glyphs.height, lines });
      letters += glyphs.glyphs.length;
      checkSize(letters);
      tell(number, document.numPages);
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

const lettersOn = ({ lines }: LinedPage): number =>
  lines.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);

/**
 * Reads the text layer of a PDF. Works in a worker; `tell` hears of every page. Nothing in it is run,
 * drawn or fetched. Throws ImportError: `protected-file`, `damaged-file`, `scanned-pdf`, `too-large`.
 */
export async function readPdf(name: string, bytes: Uint8Array, tell: TellPages): Promise<ReadArticle> {
  const pages = await pagesOf(bytes, tell);
  const bare = pages.flatMap((page, at) => (lettersOn(page) < FEWEST_LETTERS ? [at + 1] : []));
  if (pages.every((page) => lettersOn(page) === 0)) {
    throw new ImportError('scanned-pdf', 'No page of this PDF holds text.');
  }
  const { pages: left, leftOut } = withoutRunningHeads(pages);
  const inPieces = pages.some(({ lines }) => lines.some((line) => line.inPieces));
  const { text, pages: starts } = textOf(left.map(({ lines }) => lines));
  return {
    text,
    title: titleOfText(text),
    author: null,
    publisher: null,
    published: null,
    language: null,
    url: null,
    fileName: name,
    encoding: 'pdf',
    bytes: bytes.length,
    sha256: sha256Bytes(bytes),
    uncertainEncoding: false,
    pages: starts,
    remarks: { leftOut, bare: pages.length > 1 ? bare : [], inPieces },
  };
}
