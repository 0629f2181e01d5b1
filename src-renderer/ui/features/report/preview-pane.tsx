import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/components/notice.tsx';
import type { PageLabel } from '#renderer/ui/components/pdf-document.tsx';
import { PdfPages } from '#renderer/ui/components/pdf-pages.tsx';
import { type Anchor, anchorIn, holdTo } from './keep-place.ts';
import styles from './report-screen.module.css';
import type { Near, Preview } from './use-preview.ts';

/** Holds the view by an item while the whole report takes the place of the part that was looked at. */
function useHeldPlace(
  scroll: RefObject<HTMLDivElement | null>,
  { whole, near }: Pick<Preview, 'whole' | 'near'>,
) {
  const [lastNear, setLastNear] = useState<Near | null>(null);
  if (near && near !== lastNear) setLastNear(near);
  const anchor = useRef<Anchor | null>(null);
  return useMemo(
    () => ({
      before() {
        anchor.current = scroll.current && lastNear && anchorIn(scroll.current, lastNear);
      },
      after() {
        if (scroll.current && whole && anchor.current) holdTo(scroll.current, whole.places, anchor.current);
        setLastNear(null);
      },
    }),
    [scroll, lastNear, whole],
  );
}

/** The pages of the report as they would be printed. */
export function PreviewPane({
  whole,
  near,
  busy,
  problem,
  scroll,
}: Preview & { readonly scroll: RefObject<HTMLDivElement | null> }) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  const [drawn, setDrawn] = useState<readonly Uint8Array[]>([]);
  const pdf = whole?.pdf ?? null;
  const latest = near?.pdf ?? pdf;
  const onDrawn = useCallback(
    (of: Uint8Array) => setDrawn((last) => (last.includes(of) ? last : [of, ...last].slice(0, 2))),
    [],
  );
  const label = useCallback<PageLabel>(
    (page, pages) => (page === null ? t('report.pageNear') : t('report.page', { page, pages })),
    [t],
  );
  const onFailed = useCallback(() => setBroken(true), []);
  const swap = useHeldPlace(scroll, { whole, near });
  const waiting = busy || (latest !== null && !drawn.includes(latest) && !broken);
  const nearShown = near !== null && drawn.includes(near.pdf);
  return (
    <section className={styles['preview']} aria-label={t('report.preview')}>
      <div className={styles['bar']}>
        <span>{whole && !waiting ? t('report.pages', { count: whole.pages }) : ''}</span>
        <span role="status" data-preview={nearShown ? 'near' : waiting ? 'busy' : 'shown'}>
          {nearShown ? t('report.near') : waiting ? t('report.updating') : ''}
        </span>
      </div>
      {(problem ?? (broken ? t('report.noPreview') : null)) && (
        <Notice tone="danger">{problem ?? t('report.noPreview')}</Notice>
      )}
      {/* Without the focus it could not be scrolled by keyboard. */}
      <div
        ref={scroll}
        className={styles['scroll']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('report.preview')}
        data-preview-pages=""
      >
        <PdfPages pdf={pdf} near={near} label={label} drawn={onDrawn} failed={onFailed} swap={swap} />
      </div>
    </section>
  );
}
