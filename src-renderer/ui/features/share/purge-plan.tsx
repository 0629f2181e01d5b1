import { useTranslation } from 'react-i18next';
import type { PurgePlan } from '#core/merge/plan-purge.ts';
import { isPurgeableValue } from '#core/merge/purgeable.ts';
import type { ItemRef } from '#core/merge/state-after.ts';
import type { WordPlace } from '#core/merge/still-there.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { itemLabel } from '../history/item-label.ts';
import styles from './share.module.css';

/** An item by its kind and what it is called. */
export function useItemWords(): (item: ItemRef) => string {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  return ({ entity, id }) =>
    [t(`history.what.${entity}`), itemLabel(state, entity, id)].filter(Boolean).join(' ');
}

function StillThere(props: {
  readonly places: readonly WordPlace[];
  readonly purgeFirst: (place: WordPlace) => void;
}) {
  const { t } = useTranslation();
  const wordsOf = useItemWords();
  return (
    <section className={styles['part']} aria-label={t('share.purge.still')}>
      <h2>{t('share.purge.still')}</h2>
      <ul>
        {props.places.map((place) => {
          const field = t(`history.field.${place.field}`);
          return (
            <li key={`${place.entity}-${place.id}-${place.field}`}>
              <bdi dir="auto">{wordsOf(place)}</bdi>
              {`: ${field} (${t(place.now ? 'share.purge.stillNow' : 'share.purge.stillPast')}) `}
              {isPurgeableValue(place.entity, place.field) && (
                <Button
                  look="quiet"
                  aria-label={t('share.purge.stillPurge', { field, what: wordsOf(place) })}
                  onClick={() => props.purgeFirst(place)}
                >
                  {t('share.purge.action')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What a purge takes, where its words still stand, and what no purge can do. */
export function Planned({
  plan,
  purgeFirst,
}: {
  readonly plan: PurgePlan;
  readonly purgeFirst: (place: WordPlace) => void;
}) {
  const { t } = useTranslation();
  const wordsOf = useItemWords();
  const { entries, gone, blobs, stillThere } = plan;
  return (
    <>
      <p>{t('share.purge.entries', { count: entries })}</p>
      {gone.length > 0 && (
        <section className={styles['part']} aria-label={t('share.purge.gone')}>
          <h2>{t('share.purge.gone')}</h2>
          <ul>
            {gone.map((item) => (
              <li key={`${item.entity}-${item.id}`}>
                <bdi dir="auto">{wordsOf(item)}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {blobs.length > 0 && <p>{t('share.purge.files', { count: blobs.length })}</p>}
      {stillThere.length > 0 && <StillThere places={stillThere} purgeFirst={purgeFirst} />}
      <Notice tone="danger">{t('share.purge.recall')}</Notice>
    </>
  );
}
