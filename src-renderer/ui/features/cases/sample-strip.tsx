import { useTranslation } from 'react-i18next';
import { showScreen } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from './sample-strip.module.css';

/** The one strip of the first run: what this is and the ways on. */
export function SampleStrip() {
  const { t } = useTranslation();
  const phase = useSession((session) => session.phase);
  if (phase !== 'sample') return <div />;
  const newCase = (fromSample: boolean): void =>
    showScreen({
      kind: 'new-case',
      fromSample,
      then: fromSample ? { kind: 'none' } : { kind: 'import', article: null },
    });
  return (
    <div className={styles['strip']}>
      <span className={styles['about']}>{t('cases.strip')}</span>
      <Button look="primary" onClick={() => newCase(false)}>
        {t('cases.paste')}
      </Button>
      <Button onClick={() => newCase(true)}>{t('cases.makeMine')}</Button>
    </div>
  );
}
