import { useTranslation } from 'react-i18next';
import type { KeptRelease } from '#core/ports/exchange-work.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Notice } from '#renderer/ui/components/notice.tsx';
import styles from '#renderer/ui/components/record.module.css';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';

/** Whether a file that was written is kept among the releases, and the way to it. */
export function ReleaseKept({ release }: { readonly release: KeptRelease }) {
  const { t } = useTranslation();
  const wordsOf = useFailureWords();
  if (!release) return null;
  if ('why' in release) {
    return (
      <Notice tone="warn">{t('release.notKept', { why: wordsOf({ ok: false, code: release.why }) })}</Notice>
    );
  }
  const open = (): void => {
    showScreen(NO_SCREEN);
    useView.setState({ desk: 'releases', releaseId: release.id });
  };
  return (
    <p>
      {t('release.kept')}{' '}
      <button type="button" className={styles['link']} onClick={open}>
        {t('release.open')}
      </button>
    </p>
  );
}
