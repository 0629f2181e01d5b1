import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
  PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
// The bundler answers `?url` with the file's address.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A PDF that can be drawn, of these bytes; `ratio`: width by height of its first page. */
export type OpenPdf = {
  readonly pdf: Uint8Array;
  readonly document: PDFDocumentProxy;
  readonly ratio: number;
};

/** One for all previews: starting another takes longer than drawing a page. */
let worker: PDFWorker | null = null;

/** Opens a PDF from memory; what it returns makes that nobody is told any more. */
export function openPdf(pdf: Uint8Array, failed: () => void, opened: (open: OpenPdf) => void): () => void {
  let wanted = true;
  const load = async (): Promise<void> => {
    worker ??= new PDFWorker();
    // pdf.js takes the bytes away: it is given a copy.
    const task = getDocument({ data: pdf.slice(), worker, isEvalSupported: false, useSystemFonts: false });
    const document = await task.promise;
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    if (wanted) opened({ pdf, document, ratio: width / height });
    else void document.destroy();
  };
  load().catch(() => wanted && failed());
  return () => {
    wanted = false;
  };
}
