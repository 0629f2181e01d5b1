import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { startTransition, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type PageLabel, PdfPage } from './pdf-document.tsx';
import styles from './pdf-pages.module.css';
import { type OpenPdf, openPdf } from './open-pdf.ts';

/** A stretch of a PDF that is on its way: its page `skipped` is to stand where the whole's page `at` does. */
export type NearPages = { readonly pdf: Uint8Array; readonly at: number; readonly skipped: number };

type Shown = {
  readonly whole: OpenPdf | null;
  readonly near: (OpenPdf & Pick<NearPages, 'at' | 'skipped'>) | null;
};
const NOTHING: Shown = { whole: null, near: null };

/** Which page of which PDF stands in a frame. `outdated`: it is of the last edit but one. */
function standing({ whole, near }: Shown, frame: number) {
  const number = near ? frame - near.at + near.skipped : -1;
  if (near && frame >= near.at && number < near.document.numPages)
    return { pdf: near, number, isNear: true, outdated: false };
  if (whole && frame < whole.document.numPages)
    return { pdf: whole, number: frame, isNear: false, outdated: near !== null };
  return null;
}

const frames = ({ whole, near }: Shown): number =>
  Math.max(whole?.document.numPages ?? 0, near ? near.at + near.document.numPages - near.skipped : 0);

/**
 * A PDF page by page; only those near the view are drawn. `near` stands in its place until it is
 * there; the other pages are dimmed meanwhile. `drawn` is told of which a page stands.
 */
export function PdfPages(props: {
  readonly pdf: Uint8Array | null;
  readonly near: NearPages | null;
  /** `null`: of a page of `near`, whose number is not known. */
  readonly label: PageLabel;
  readonly drawn: (pdf: Uint8Array) => void;
  readonly failed: () => void;
  /** Told just before other pages take their place, and just after. */
  readonly swap: { before(): void; after(): void };
}) {
  const { pdf, near, label, drawn, failed, swap } = props;
  const [shown, setShown] = useState(NOTHING);
  const swapping = useRef(swap);
  useEffect(() => {
    swapping.current = swap;
  });
  useEffect(() => {
    if (!near) return undefined;
    return openPdf(near.pdf, failed, (open) =>
      setShown(({ whole }) => ({ whole, near: { ...open, at: near.at, skipped: near.skipped } })),
    );
  }, [near, failed]);
  useEffect(() => {
    if (!pdf || near) return undefined;
    return openPdf(pdf, failed, (open) => {
      swapping.current.before();
      // The frames of thousands of pages are made between other work.
      startTransition(() => setShown({ whole: open, near: null }));
    });
  }, [pdf, near, failed]);
  useLayoutEffect(() => {
    if (shown.whole) swapping.current.after();
  }, [shown.whole]);
  const [wholeOpen, nearOpen] = [shown.whole?.document, shown.near?.document];
  useEffect(() => () => void wholeOpen?.destroy(), [wholeOpen]);
  useEffect(() => () => void nearOpen?.destroy(), [nearOpen]);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  const told = useCallback(
    (document: PDFDocumentProxy) => {
      const of = [latest.current.whole, latest.current.near].find((open) => open?.document === document);
      if (of) drawn(of.pdf);
    },
    [drawn],
  );
  const pages = shown.whole?.document.numPages ?? 0;
  return (
    <div className={styles['pages']}>
      {Array.from({ length: frames(shown) }, (_, frame) => {
        const stands = standing(shown, frame);
        if (!stands) return null;
        const { pdf: of, number, isNear, outdated } = stands;
        return (
          <PdfPage
            // Pages have no identity but their place.
            key={frame}
            frame={frame + 1}
            document={of.document}
            number={number + 1}
            ratio={of.ratio}
            page={isNear ? null : number + 1}
            pages={pages}
            label={label}
            drawn={told}
            outdated={outdated}
            over={null}
          />
        );
      })}
    </div>
  );
}
