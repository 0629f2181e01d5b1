import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HistoryStep } from '#core/queries/history.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { HeadRow, ListHead } from '#renderer/ui/components/desk-split.tsx';

/** Up to two moments of the history to be held against each other. */
export type Moments = readonly HistoryStep[];

/** This moment more, or less where it was among them; of three the first goes. */
export const withMoment = (moments: Moments, step: HistoryStep): Moments =>
  moments.some(({ batch }) => batch === step.batch)
    ? moments.filter(({ batch }) => batch !== step.batch)
    : [...moments, step].slice(-2);

/** Which moments are compared; each can be taken away. */
export function CompareBar(props: {
  readonly moments: Moments;
  readonly latest: HistoryStep | null;
  readonly change: (moments: Moments) => void;
}) {
  const { t, i18n } = useTranslation();
  const { moments, latest, change } = props;
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  if (moments.length === 0) return null;
  const [only] = moments;
  return (
    <ListHead>
      <HeadRow>
        <span>{t('history.compare.between')}</span>
        {moments.map((step) => (
          <Chip key={step.batch} on onClick={() => change(withMoment(moments, step))}>
            <bdi>{`${time.format(step.at)} ${step.alias}`}</bdi>{' '}
            <IconX size={12} role="img" aria-label={t('common.remove')} />
          </Chip>
        ))}
        {moments.length === 1 && only && latest && latest.batch !== only.batch && (
          <Button look="quiet" onClick={() => change([only, latest])}>
            {t('history.compare.now')}
          </Button>
        )}
        {moments.length === 1 && <span>{t('history.compare.second')}</span>}
        <Button look="quiet" onClick={() => change([])}>
          {t('history.compare.back')}
        </Button>
      </HeadRow>
    </ListHead>
  );
}
