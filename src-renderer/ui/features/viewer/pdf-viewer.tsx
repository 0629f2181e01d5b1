import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '#core/model/place.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Kbd } from '#renderer/ui/components/kbd.tsx';
import { PdfDocumentPages } from '#renderer/ui/components/pdf-document.tsx';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { PdfSearchForm } from './pdf-search-form.tsx';
import { RegionLayer } from './region-layer.tsx';
import { type OpenPdf, usePdf } from './use-pdf.ts';
import type { ViewerProps } from './viewer-props.ts';
import styles from './viewer.module.css';

const nothing = (): void => undefined;

/** The page in the middle of the view. */
function pageInView(frame: HTMLElement | null): number {
  const middle = (frame?.getBoundingClientRect().top ?? 0) + (frame?.clientHeight ?? 0) / 2;
  const pages = [...(frame?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
  const page = pages.findLast((one) => one.getBoundingClientRect().top <= middle) ?? pages[0];
  return Number(page?.dataset['page'] ?? 1);
}

function Pages(props: ViewerProps & { readonly pdf: OpenPdf }) {
  const { t } = useTranslation();
  const { pdf, title, goal, marked, mark } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(1);
  const [drawing, setDrawing] = useState(false);
  const pages = pdf.document.numPages;
  const go = (number: number): void => {
    frame.current
      ?.querySelector(`[data-page="${Math.min(pages, Math.max(1, number))}"]`)
      ?.scrollIntoView({ block: 'start' });
  };
  const wanted = goal?.kind === 'page' || goal?.kind === 'region' ? goal.page : null;
  useEffect(() => {
    if (wanted !== null) go(wanted);
    // Only another goal moves the page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [goal]);
  const markPage = (): void => mark({ kind: 'page', page });
  useShortcuts({
    KeyJ: () => go(page + 1),
    KeyK: () => go(page - 1),
    KeyM: markPage,
    KeyR: () => setDrawing(!drawing),
  });
  const shown: readonly Extract<Place, { kind: 'region' }>[] =
    goal?.kind === 'region' ? [...marked, goal] : marked;
  const overPage = (number: number) => (
    <RegionLayer
      regions={shown.filter((place) => place.page === number).map(({ region }) => region)}
      drawing={drawing && number === page}
      draw={(region) => {
        setDrawing(false);
        mark({ kind: 'region', page: number, region });
      }}
    />
  );
  return (
    <>
      <div className={styles['tools']} role="toolbar" aria-label={t('viewer.tools')}>
        <span role="status">{t('viewer.page', { page, pages })}</span>
        <Button look="quiet" onClick={() => go(page - 1)}>
          {t('viewer.pageBack')} <Kbd keys={['K']} />
        </Button>
        <Button look="quiet" onClick={() => go(page + 1)}>
          {t('viewer.pageOn')} <Kbd keys={['J']} />
        </Button>
        <Button look="quiet" onClick={markPage}>
          {t('viewer.markPage')} <Kbd keys={['M']} />
        </Button>
        <Button look="quiet" aria-pressed={drawing} onClick={() => setDrawing(!drawing)}>
          {t('viewer.markRegion')} <Kbd keys={['R']} />
        </Button>
        <PdfSearchForm pdf={pdf} go={go} at={page} />
      </div>
      <div
        ref={frame}
        className={styles['frame']}
        // Scrolling by keys needs the focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={title}
        onScroll={() => setPage(pageInView(frame.current))}
      >
        <PdfDocumentPages
          {...pdf}
          label={(number) => t('viewer.page', { page: number, pages })}
          drawn={nothing}
          renderOver={overPage}
        />
      </div>
    </>
  );
}

/** A PDF page by page; pages and regions of them can be marked, words looked for. */
export function PdfViewer(props: ViewerProps) {
  const { t } = useTranslation();
  const pdf = usePdf(props);
  if (!pdf) return <p className={styles['wait']}>{t('viewer.opening')}</p>;
  return <Pages {...props} pdf={pdf} />;
}
