import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReviewSetup } from '#core/exchange/claim-review/build.ts';
import { REASONS, type Reason } from '#core/model/finding.ts';
import styles from './exchange.module.css';

type Scale = NonNullable<ReviewSetup['scale']>;

const NO_SCALE: Scale = { worst: 1, best: 5, values: {} };
/** Never one for unverified claims. */
const RATED = (['corroborated', 'disputed'] as const).flatMap((status) =>
  REASONS[status].map((reason) => ({ status, reason })),
);

/** The number typed, or null for none. */
const numberOf = (value: string | number): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

function ScaleFields({ scale, set }: { readonly scale: Scale; readonly set: (scale: Scale) => void }) {
  const { t } = useTranslation();
  const { worst, best, values } = scale;
  function rate(reason: Reason, value: number | null): void {
    const { [reason]: _, ...others } = values;
    set({ ...scale, values: value === null ? others : { ...others, [reason]: value } });
  }
  return (
    <div className={styles['two']}>
      <NumberInput
        size="xs"
        label={t('exchange.review.worst')}
        value={worst}
        onChange={(value) => set({ ...scale, worst: numberOf(value) ?? NO_SCALE.worst })}
      />
      <NumberInput
        size="xs"
        label={t('exchange.review.best')}
        value={best}
        onChange={(value) => set({ ...scale, best: numberOf(value) ?? NO_SCALE.best })}
      />
      {RATED.map(({ status, reason }) => (
        <NumberInput
          key={reason}
          size="xs"
          label={`${t(`terms.status.${status}`)}: ${t(`terms.reason.${reason}`)}`}
          placeholder={t('exchange.review.wordsOnly')}
          min={worst}
          max={best}
          value={values[reason] ?? ''}
          onChange={(value) => rate(reason, numberOf(value))}
        />
      ))}
    </div>
  );
}

/** What a ClaimReview says besides the case: where it is published, by whom, and ratings as numbers. */
export function ReviewFields(props: {
  readonly review: ReviewSetup;
  readonly set: (review: ReviewSetup) => void;
}) {
  const { review, set } = props;
  const { t } = useTranslation();
  const field = (name: 'url' | 'authorName' | 'authorUrl', type: 'url' | 'text') => (
    <TextInput
      type={type}
      label={t(`exchange.review.${name}`)}
      value={review[name] ?? ''}
      dir={type === 'url' ? 'ltr' : 'auto'}
      onChange={(event) =>
        set({ ...review, [name]: event.currentTarget.value.trim() === '' ? null : event.currentTarget.value })
      }
    />
  );
  return (
    <>
      <div className={styles['two']}>
        {field('url', 'url')}
        {field('authorName', 'text')}
        {field('authorUrl', 'url')}
      </div>
      <Checkbox
        label={t('exchange.review.numbers')}
        checked={review.scale !== null}
        onChange={(event) => set({ ...review, scale: event.currentTarget.checked ? NO_SCALE : null })}
      />
      {review.scale && <ScaleFields scale={review.scale} set={(scale) => set({ ...review, scale })} />}
    </>
  );
}
