import { Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FinishedExport } from '#core/ports/exchange-work.ts';
import type { FinishedReport } from '#core/ports/report-work.ts';
import type { ReportSetup } from '#core/report/setup.ts';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { NO_SCREEN, showScreen } from '#renderer/state/screens-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useFailureWords } from '#renderer/ui/hooks/use-run.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { FinishedFile } from '../exchange/finished-file.tsx';
import styles from './report-screen.module.css';

type Made = Omit<FinishedReport, 'file'> & { readonly setup: ReportSetup; readonly file: FinishedExport };

/** Makes the PDF, shows how far it is and where it was written. */
export function MakeBar({ setup, store }: { readonly setup: ReportSetup; readonly store: () => void }) {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const wordsOf = useFailureWords();
  const job = useJobs((jobs) => jobs.jobs.find(({ kind }) => kind === 'report'));
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function make(): Promise<void> {
    setMaking(true);
    setMade(null);
    setProblem(null);
    store();
    const outcome = await workbench.exportReport(setup);
    setMaking(false);
    if (!outcome.ok) setProblem(outcome.code === 'cancelled' ? null : wordsOf(outcome));
    else if (outcome.value.file !== null) setMade({ ...outcome.value, setup, file: outcome.value.file });
  }
  return (
    <div className={styles['foot']}>
      {making && (
        <>
          <p role="status">{t('report.making')}</p>
          <Progress size="sm" aria-label={t('report.making')} value={100} animated />
        </>
      )}
      {problem && <Notice tone="danger">{problem}</Notice>}
      {/* An old result would look like a report with the settings as they are now. */}
      {made?.setup === setup && (
        <>
          <p role="status">{t('report.made', { count: made.pages })}</p>
          {made.deviation !== null && (
            <Notice tone="warn">{t('report.deviation', { why: made.deviation })}</Notice>
          )}
          <FinishedFile file={made.file} />
        </>
      )}
      <div className={styles['actions']}>
        {making && job ? (
          <Button autoFocus onClick={() => job.cancel()}>
            {t('common.cancel')}
          </Button>
        ) : (
          <Button onClick={() => showScreen(NO_SCREEN)}>{t('report.back')}</Button>
        )}
        {made?.setup === setup && (
          <Button onClick={() => void workbench.showInFolder(made.file.path)}>{t('report.show')}</Button>
        )}
        <Button look="primary" disabled={making} onClick={() => void make()}>
          {t('report.make')}
        </Button>
      </div>
    </div>
  );
}
