import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Job, useJobs } from '#renderer/state/jobs-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { formatBytes } from '../fields/format-bytes.ts';
import styles from './share.module.css';

/** Rates mean something only after a while, in milliseconds. */
const FIRST_RATE_MS = 1500;

/** How fast it goes, and how long it will take; null while that cannot be said. */
function paceOf({ done, total, since = 0, at = since }: Job): { rate: number; seconds: number } | null {
  const elapsed = at - since;
  if (elapsed < FIRST_RATE_MS || done === 0) return null;
  const rate = (done * 1000) / elapsed;
  return { rate, seconds: Math.max(1, Math.round((total - done) / rate)) };
}

function Numbers({ job }: { readonly job: Job }) {
  const { t, i18n } = useTranslation();
  const { done, total, phase } = job;
  if (total === 0) return null;
  const counted = phase === 'storing' || phase === 'reading';
  const amount = (value: number): string =>
    counted ? new Intl.NumberFormat(i18n.language).format(value) : formatBytes(value, i18n.language);
  const pace = paceOf(job);
  const unit = pace && pace.seconds >= 90 ? 'minute' : 'second';
  const time =
    pace &&
    new Intl.NumberFormat(i18n.language, { style: 'unit', unit, unitDisplay: 'long' }).format(
      unit === 'minute' ? Math.round(pace.seconds / 60) : pace.seconds,
    );
  return (
    <div className={styles['numbers']}>
      <span>{t('share.progress', { done: amount(done), total: amount(total) })}</span>
      {pace && (
        <span>
          {!counted && `${t('share.rate', { rate: formatBytes(pace.rate, i18n.language) })} · `}
          {t('share.left', { time })}
        </span>
      )}
    </div>
  );
}

/** How far the work on a project file is, in bytes, and how to stop it unless that stands elsewhere. */
export function ProjectProgress(props: { readonly waiting: string; readonly cancellable?: boolean }) {
  const { waiting, cancellable = true } = props;
  const { t } = useTranslation();
  const job = useJobs((store) => store.jobs.find(({ kind }) => kind === 'project'));
  const words = job?.phase && job.phase !== 'working' ? t(`share.phase.${job.phase}`) : waiting;
  const known = job !== undefined && job.total > 0;
  return (
    <div className={styles['progress']} role="group" aria-label={waiting}>
      <p role="status">{words}</p>
      <Progress
        size="sm"
        aria-label={words}
        value={known ? (100 * job.done) / job.total : 100}
        animated={!known}
      />
      {job && <Numbers job={job} />}
      {job && cancellable && (
        <div>
          <Button onClick={() => job.cancel()}>{t('common.cancel')}</Button>
        </div>
      )}
    </div>
  );
}
