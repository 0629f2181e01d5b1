import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

// Without it pdf.js would load its worker from a file of its own, which a packaged program has not.
Reflect.set(globalThis, 'pdfjsWorker', { WorkerMessageHandler });

/** Opens a PDF to read its words; nothing is drawn, no script is run, nothing is fetched. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({
    // pdf.js takes the bytes away and refuses those of Node.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  }).promise;
