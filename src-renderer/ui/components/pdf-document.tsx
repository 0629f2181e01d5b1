import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './pdf-pages.module.css';

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

/** Names a page for those who do not see it; `page` null where its number is not known. */
export type PageLabel = (page: number | null, pages: number) => string;

/** One page in its frame, drawn when it comes near the view; a report may have thousands of them. */
export const PdfPage = memo(function PdfPage(props: {
  readonly document: PDFDocumentProxy;
  /** Counted from 1, in its document. */
  readonly number: number;
  /** Counted from 1, among all frames. */
  readonly frame: number;
  readonly ratio: number;
  readonly page: number | null;
  readonly pages: number;
  readonly label: PageLabel;
  readonly drawn: (document: PDFDocumentProxy) => void;
  /** Whether it is known to be superseded. */
  readonly outdated?: boolean;
  readonly over: ReactNode;
}) {
  const { document, number, frame: place, ratio, page, pages, label, drawn, outdated = false, over } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(place === 1);
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
    draw(document, number, canvas.current).then(
      () => drawn(document),
      () => undefined,
    );
  }, [near, document, number, drawn]);
  return (
    <div
      ref={frame}
      className={styles['page']}
      style={{ aspectRatio: ratio }}
      data-page={place}
      data-outdated={outdated || undefined}
    >
      {near && <canvas ref={canvas} role="img" aria-label={label(page, pages)} />}
      {near && over}
    </div>
  );
});

/** The pages of an open PDF; only those near the view are drawn. `renderOver`: what lies on a page. */
export function PdfDocumentPages(props: {
  readonly document: PDFDocumentProxy;
  /** Width by height of its first page. */
  readonly ratio: number;
  readonly label: PageLabel;
  readonly drawn: () => void;
  readonly renderOver?: (page: number) => ReactNode;
}) {
  const { document, ratio, label, drawn, renderOver } = props;
  const pages = document.numPages;
  return (
    <div className={styles['pages']}>
      {Array.from({ length: pages }, (_, at) => (
        <PdfPage
          // Pages have no identity but their place.
          key={at}
          document={document}
          number={at + 1}
          frame={at + 1}
          ratio={ratio}
          page={at + 1}
          pages={pages}
          label={label}
          drawn={drawn}
          over={renderOver?.(at + 1) ?? null}
        />
      ))}
    </div>
  );
}
