import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { BeyondNotice } from '../protection/beyond-items.tsx';
import { pageInView } from './keep-place.ts';
import { MakeBar } from './make-bar.tsx';
import { PreviewPane } from './preview-pane.tsx';
import styles from './report-screen.module.css';
import { SettingsFields } from './settings-fields.tsx';
import { usePreview } from './use-preview.ts';
import { useSetup } from './use-setup.ts';

const PICTURES = ['picture'] as const;

/** A report: its settings, and beside them the pages as they would be printed. */
export function ReportScreen({ claimIds }: { readonly claimIds: readonly string[] | null }) {
  const { t } = useTranslation();
  const { setup, change, store } = useSetup(claimIds);
  const scroll = useRef<HTMLDivElement>(null);
  const seen = useCallback(() => (scroll.current ? pageInView(scroll.current) : 0), []);
  const preview = usePreview(setup, seen);
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.code === 'Escape' && !event.defaultPrevented) showScreen(NO_SCREEN);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);
  return (
    <main className={styles['screen']}>
      <form
        className={styles['settings']}
        aria-label={t('report.settings')}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className={styles['fields']}>
          <h1>{t('report.title')}</h1>
          <SettingsFields setup={setup} chosen={claimIds} change={change} />
          <BeyondNotice media={PICTURES} />
        </div>
        <MakeBar setup={setup} store={store} />
      </form>
      <PreviewPane {...preview} scroll={scroll} />
    </main>
  );
}
