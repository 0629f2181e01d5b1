import {
  getDocument,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  type PDFDocumentLoadingTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** An open PDF. */
export type PdfDocument = PDFDocumentProxy;

/** Bytes `start` to `end` (exclusive) of a PDF. */
export type ReadRange = (start: number, end: number) => Promise<Uint8Array>;

/** Pixels of one picture in it: a larger one is left out, since unpacked it takes all memory. */
const MOST_PIXELS = 40_000_000;
const CANVAS_BYTES = 256 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;

class Ranges extends PDFDataRangeTransport {
  readonly #read: ReadRange;
  readonly #failed: () => void;
  constructor(length: number, read: ReadRange, failed: () => void) {
    super(length, null);
    this.#read = read;
    this.#failed = failed;
  }

  override requestDataRange(start: number, end: number): void {
    this.#read(start, end).then((bytes) => this.onDataRange(start, bytes), this.#failed);
  }
}

/** Opens a PDF of a stranger in parts as they are needed: no script, no form, no system font, nothing fetched. */
export function openRanged(size: number, read: ReadRange, failed: () => void): PDFDocumentLoadingTask {
  return getDocument({
    range: new Ranges(size, read, failed),
    rangeChunkSize: CHUNK_BYTES,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    canvasMaxAreaInBytes: CANVAS_BYTES,
    verbosity: 0,
  });
}
