import {
  IconArrowsSplit2,
  IconClockPause,
  IconEyeQuestion,
  IconHourglass,
  IconRefresh,
  IconSignature,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DueEntry } from '#core/queries/due.ts';
import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { useDay } from '../fields/use-day.ts';
import styles from './due-row.module.css';

const ICONS = {
  check: IconHourglass,
  review: IconRefresh,
  waiting: IconClockPause,
  'second read': IconEyeQuestion,
  difference: IconArrowsSplit2,
  'sign-off': IconSignature,
} as const;

/** One thing that is due: of which claim, what it is, and since or until when. */
export function DueRow({ entry, today }: { readonly entry: DueEntry; readonly today: string }) {
  const { t } = useTranslation();
  const day = useDay();
  const { kind, claim, on } = entry;
  const Icon = ICONS[kind];
  const late = on !== null && on < today;
  return (
    <div className={styles['row']} data-due={`${claim.ref} ${kind}`}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={styles['what']}>
        {t(`due.kind.${kind}`)}
        {kind === 'check' && (
          <>
            {': '}
            <bdi>{entry.check.where}</bdi>
          </>
        )}
      </span>
      <span className={late ? styles['late'] : styles['day']}>
        {on === null ? '' : late ? t('due.since', { day: day(on) }) : day(on)}
      </span>
      <span className={styles['claim']}>
        <b>
          <RefText entity="claim" id={claim.id} text={claim.ref} />
        </b>{' '}
        <bdi>{claim.statement}</bdi>
      </span>
      <bdi className={styles['owner']}>{claim.owner}</bdi>
    </div>
  );
}
