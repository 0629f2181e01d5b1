import { useTranslation } from 'react-i18next';
import { showScreen, useScreens } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { newCase } from './case-actions.ts';
import styles from './sample-strip.module.css';

/** The one strip of the first run: what this is and the ways on. */
export function SampleStrip() {
  const { t } = useTranslation();
  const phase = useSession((session) => session.phase);
  const away = useScreens((screens) => screens.stripAway);
  if (phase !== 'sample' || away) return <div />;
  return (
    <section className={styles['strip']} aria-label={t('cases.first')}>
      <p className={styles['about']}>{t('cases.strip')}</p>
      <Button look="primary" onClick={() => newCase(false)}>
        {t('cases.paste')}
      </Button>
      <Button onClick={() => showScreen({ kind: 'open-project', path: null })}>
        {t('cases.openColleagues')}
      </Button>
      <Button onClick={() => newCase(true)}>{t('cases.makeMine')}</Button>
      <Button look="quiet" onClick={() => useScreens.setState({ stripAway: true })}>
        {t('cases.explore')}
      </Button>
    </section>
  );
}
