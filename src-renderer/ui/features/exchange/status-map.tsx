import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rating, StatusMap } from '#core/exchange/claims/ratings.ts';
import { REASONS, STATUSES } from '#core/model/finding.ts';
import styles from './exchange.module.css';

const CHOICES = STATUSES.flatMap((status) =>
  REASONS[status]
    .filter((reason) => reason !== 'not started')
    .map((reason) => ({ key: `${status}/${reason}`, status, reason })),
);

/** What each rating of the file means here; nothing is taken over that the person did not see. */
export function StatusMapper(props: {
  readonly ratings: readonly Rating[];
  readonly map: StatusMap;
  readonly set: (map: StatusMap) => void;
}) {
  const { ratings, map, set } = props;
  const { t } = useTranslation();
  if (ratings.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={t('exchange.import.ratings')}>
      <h2>{t('exchange.import.ratings')}</h2>
      <div className={styles['two']}>
        {ratings.map(({ words, count }) => {
          const verdict = map.get(words);
          return (
            <NativeSelect
              key={words}
              size="xs"
              label={<bdi>{t('exchange.import.rating', { words, count })}</bdi>}
              value={verdict ? `${verdict.status}/${verdict.reason}` : ''}
              onChange={(event) => {
                const chosen = CHOICES.find(({ key }) => key === event.currentTarget.value);
                set(
                  new Map(map).set(words, chosen ? { status: chosen.status, reason: chosen.reason } : null),
                );
              }}
              data={[
                { value: '', label: t('exchange.import.noFinding') },
                ...CHOICES.map(({ key, status, reason }) => ({
                  value: key,
                  label: `${t(`terms.status.${status}`)}: ${t(`terms.reason.${reason}`)}`,
                })),
              ]}
            />
          );
        })}
      </div>
    </section>
  );
}
