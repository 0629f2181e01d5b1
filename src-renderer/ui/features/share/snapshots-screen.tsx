import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSnapshot } from '#core/ports/workbench.ts';
import { say } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import screen from '../cases/screen.module.css';
import { formatBytes } from '../fields/format-bytes.ts';
import { ProjectProgress } from './project-progress.tsx';
import styles from './share.module.css';

/** The earlier copies of the case on this laptop, and the way back to one. */
export function SnapshotsScreen() {
  const { t, i18n } = useTranslation();
  const workbench = useWorkbench();
  const report = useReport();
  const [copies, setCopies] = useState<readonly CaseSnapshot[] | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void workbench.listSnapshots().then((outcome) => setCopies(report(outcome) ? outcome.value : []));
  }, [workbench, report]);

  async function restore(name: string): Promise<void> {
    setBusy(true);
    const outcome = await workbench.restoreSnapshot(name);
    setBusy(false);
    if (!report(outcome)) return;
    say('done', t('share.undone'));
    showScreen(NO_SCREEN);
  }
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'medium' });
  return (
    <main className={screen['screen']}>
      <div className={`${screen['form']} ${styles['wide']}`}>
        <h1>{t('share.copies.heading')}</h1>
        <p className={screen['about']}>{t('share.copies.about')}</p>
        {busy && <ProjectProgress waiting={t('share.copies.restoring')} />}
        {!busy && copies?.length === 0 && <p>{t('share.copies.none')}</p>}
        {!busy &&
          copies?.map(({ name, at, bytes }) => (
            <div key={name} className={screen['spread']}>
              <span>{`${day.format(at)} · ${formatBytes(bytes, i18n.language)}`}</span>
              <Button
                aria-label={`${t('share.copies.restore')}: ${day.format(at)}`}
                onClick={() => void restore(name)}
              >
                {t('share.copies.restore')}
              </Button>
            </div>
          ))}
        <div>
          <Button look="quiet" autoFocus onClick={() => showScreen(NO_SCREEN)}>
            {t('common.close')}
          </Button>
        </div>
      </div>
    </main>
  );
}
