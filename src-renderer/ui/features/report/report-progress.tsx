import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import styles from './report-button.module.css';

/** How far the report is, and how to stop it. */
export function ReportProgress() {
  const { t } = useTranslation();
  const job = useJobs((store) => store.jobs.find(({ kind }) => kind === 'report'));
  const known = job !== undefined && job.total > 0;
  return (
    <>
      <p role="status">{t('report.making')}</p>
      <Progress
        size="sm"
        aria-label={t('report.making')}
        value={known ? (100 * job.done) / job.total : 100}
        animated={!known}
      />
      <div className={styles['actions']}>
        {job && (
          <Button autoFocus onClick={() => job.cancel()}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </>
  );
}
