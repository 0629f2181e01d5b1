import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The bundler answers `?url` with the file's address.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';
import { PdfDocumentPages } from './pdf-document.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;

type Shown = { readonly document: PDFDocumentProxy; readonly ratio: number };

/** A PDF page by page; only those near the view are drawn. `drawn` is told when a page stands. */
export function PdfPages(props: {
  readonly pdf: Uint8Array;
  readonly label: (page: number, pages: number) => string;
  readonly drawn: () => void;
  readonly failed: () => void;
}) {
  const { pdf, label, drawn, failed } = props;
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let wanted = true;
    // pdf.js takes the bytes away: it is given a copy.
    const task = getDocument({ data: pdf.slice(), isEvalSupported: false, useSystemFonts: false });
    const load = async (): Promise<void> => {
      const document = await task.promise;
      const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
      if (wanted) setShown({ document, ratio: width / height });
    };
    load().catch(() => wanted && failed());
    return () => {
      wanted = false;
    };
  }, [pdf, failed]);
  const document = shown?.document;
  useEffect(() => () => void document?.destroy(), [document]);
  if (!shown) return null;
  return <PdfDocumentPages {...shown} label={label} drawn={drawn} />;
}
