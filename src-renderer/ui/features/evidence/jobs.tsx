import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useJobs } from '#renderer/state/jobs-store.ts';
import { formatBytes } from '../fields/format-bytes.ts';
import styles from './jobs.module.css';

/** Running work: how far it is, and how to stop it. */
export function Jobs() {
  const { t, i18n } = useTranslation();
  const jobs = useJobs((store) => store.jobs);
  if (jobs.length === 0) return null;
  return (
    <span className={styles['jobs']} role="group" aria-label={t('evidence.jobs')}>
      {jobs.map(({ id, kind, subject, done, total, cancel }) => {
        const name = t(`evidence.job.${kind}`, { name: subject });
        const amount = { done: formatBytes(done, i18n.language), total: formatBytes(total, i18n.language) };
        return (
          <span key={id} className={styles['job']}>
            <bdi className={styles['name']}>{name}</bdi>
            <Progress
              className={styles['bar'] ?? ''}
              size="sm"
              aria-label={name}
              value={total > 0 ? (100 * done) / total : 100}
              animated={total === 0}
            />
            {total > 0 && (
              <span>
                {kind === 'article'
                  ? t('evidence.pageAmount', { done, total })
                  : t('evidence.amount', amount)}
              </span>
            )}
            <button type="button" onClick={cancel}>
              {t('common.cancel')}
            </button>
          </span>
        );
      })}
    </span>
  );
}
