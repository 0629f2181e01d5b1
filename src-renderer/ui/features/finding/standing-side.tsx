import { useTranslation } from 'react-i18next';
import type { StandingFinding } from '#core/finding/conflict.ts';
import { parseReading } from '#core/journal/clock.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Side } from '#renderer/ui/components/sides.tsx';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import styles from './standing-side.module.css';

/** One of the findings that stand against each other: whose, when, what, why. */
export function StandingSide(props: {
  readonly one: StandingFinding;
  readonly who: string;
  /** Whether it is what the claim was settled as. */
  readonly holds: boolean;
  /** Settles the claim as this one says; null where there is nothing to settle. */
  readonly take: (() => void) | null;
}) {
  const { t, i18n } = useTranslation();
  const { one, who, holds, take } = props;
  const { finding, at } = one;
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <Side
      who={who}
      taken={holds ? t('finding.holds') : null}
      action={take && <Button onClick={take}>{t('finding.settle')}</Button>}
    >
      {finding ? (
        <>
          <span className={styles['status']}>
            <StatusMark mark={markOf(finding.status, finding.reason)} />
            {`${t(`terms.status.${finding.status}`)}, ${t(`terms.reason.${finding.reason}`)}`}
          </span>
          <span className={styles['date']}>
            {finding.asOf
              ? t('finding.standsAsOf', { date: day.format(new Date(finding.asOf)) })
              : t('finding.standsSince', { date: day.format(parseReading(at).wall) })}
          </span>
          {finding.rationale && (
            <p dir="auto" className={styles['why']}>
              {finding.rationale}
            </p>
          )}
        </>
      ) : (
        <span>{t('finding.takenBack')}</span>
      )}
    </Side>
  );
}
