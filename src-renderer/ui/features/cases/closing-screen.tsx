import { useTranslation } from 'react-i18next';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { ProjectProgress } from '../share/project-progress.tsx';
import styles from './screen.module.css';

/** While the snapshot of a closed case is written: nothing of any case, and a way to do without. */
export function ClosingScreen({ phase }: { readonly phase: 'locking' | 'leaving' }) {
  const { t } = useTranslation();
  const job = useJobs((store) => store.jobs.find(({ kind }) => kind === 'project'));
  return (
    <main className={styles['screen']}>
      <div className={styles['form']}>
        <h1>{t('snapshots.closing.heading')}</h1>
        <p className={styles['about']}>{t('snapshots.closing.about')}</p>
        <ProjectProgress waiting={t('snapshots.closing.heading')} cancellable={false} />
        <div>
          <Button autoFocus disabled={!job} onClick={() => job?.cancel()}>
            {t(`snapshots.closing.${phase}`)}
          </Button>
        </div>
      </div>
    </main>
  );
}
