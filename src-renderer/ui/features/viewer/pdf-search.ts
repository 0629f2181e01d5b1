import type { PdfDocument } from '#renderer/ui/components/ranged-pdf.ts';
import { foldText } from '#core/text/fold.ts';

/** The folded words of a page. Arabic as its letters, whatever shapes the font drew. */
async function wordsOf(document: PdfDocument, number: number): Promise<string> {
  const page = await document.getPage(number);
  const reader = page.streamTextContent().getReader();
  let words = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items) if ('str' in item) words += item.str + (item.hasEOL ? ' ' : '');
  }
  return foldText(words.normalize('NFKC'));
}

/** Pages that hold the words, in order, as they are found. Ends when the signal is aborted. */
export async function* pagesWith(
  document: PdfDocument,
  words: string,
  signal: AbortSignal,
): AsyncGenerator<number> {
  const wanted = foldText(words.trim());
  if (wanted === '') return;
  for (let number = 1; number <= document.numPages && !signal.aborted; number += 1) {
    if ((await wordsOf(document, number)).includes(wanted)) yield number;
  }
}
