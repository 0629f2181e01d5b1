import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The bundler answers `?url` with the file's address.
// oxlint-disable-next-line import/default
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import styles from './pdf-pages.module.css';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Pages this far (CSS pixels) out of view are drawn already. */
const AHEAD = 900;

async function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Promise<void> {
  const page = await document.getPage(number);
  const width = canvas.clientWidth * window.devicePixelRatio;
  const viewport = page.getViewport({ scale: Math.max(1, width) / page.getViewport({ scale: 1 }).width });
  // Drawn apart and put in place whole: the page before an edit stays in view until then.
  const fresh = window.document.createElement('canvas');
  fresh.width = Math.round(viewport.width);
  fresh.height = Math.round(viewport.height);
  const context = fresh.getContext('2d');
  if (!context) return;
  await page.render({ canvasContext: context, viewport }).promise;
  canvas.width = fresh.width;
  canvas.height = fresh.height;
  canvas.getContext('2d')?.drawImage(fresh, 0, 0);
}

function PdfPage(props: {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  readonly ratio: number;
  readonly label: string;
  readonly drawn: () => void;
}) {
  const { document, number, ratio, label, drawn } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number === 1);
  useEffect(() => {
    if (!frame.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: `${AHEAD}px 0px` },
    );
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!near || !canvas.current) return;
    // A document that was replaced while it was drawn says so; the next one is drawn by its own turn.
    draw(document, number, canvas.current).then(drawn, () => undefined);
  }, [near, document, number, drawn]);
  return (
    <div ref={frame} className={styles['page']} style={{ aspectRatio: ratio }}>
      {near && <canvas ref={canvas} role="img" aria-label={label} />}
    </div>
  );
}

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
  const pages = shown.document.numPages;
  return (
    <div className={styles['pages']}>
      {Array.from({ length: pages }, (_, at) => (
        <PdfPage
          // Pages have no identity but their place.
          key={at}
          document={shown.document}
          number={at + 1}
          ratio={shown.ratio}
          label={label(at + 1, pages)}
          drawn={drawn}
        />
      ))}
    </div>
  );
}
