import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { PdfPages } from '#renderer/ui/components/pdf-pages.tsx';
import styles from './report-screen.module.css';
import type { Preview } from './use-preview.ts';

/** The pages of the report as they would be printed. */
export function PreviewPane({ made, busy, problem }: Preview) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  const [drawn, setDrawn] = useState<Uint8Array | null>(null);
  const pdf = made?.pdf ?? null;
  const onDrawn = useCallback(() => setDrawn(pdf), [pdf]);
  const onFailed = useCallback(() => setBroken(true), []);
  const waiting = busy || (pdf !== null && drawn !== pdf && !broken);
  return (
    <section className={styles['preview']} aria-label={t('report.preview')}>
      <div className={styles['bar']}>
        <span>{made ? t('report.pages', { count: made.pages }) : ''}</span>
        <span role="status" data-preview={waiting ? 'busy' : 'shown'}>
          {waiting ? t('report.updating') : ''}
        </span>
      </div>
      {(problem ?? (broken ? t('report.noPreview') : null)) && (
        <Notice tone="danger">{problem ?? t('report.noPreview')}</Notice>
      )}
      {/* Without the focus it could not be scrolled by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label={t('report.preview')}>
        {pdf && (
          <PdfPages
            pdf={pdf}
            label={(page, pages) => t('report.page', { page, pages })}
            drawn={onDrawn}
            failed={onFailed}
          />
        )}
      </div>
    </section>
  );
}
