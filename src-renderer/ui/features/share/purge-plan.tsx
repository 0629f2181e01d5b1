import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PurgePreview } from '#core/merge/purge-copy.ts';
import { isPurgeableValue } from '#core/merge/purgeable.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import type { ItemRef } from '#core/merge/state-after.ts';
import { countPlaces } from '#core/merge/still-there.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { FirstOf } from '#renderer/ui/components/first-of.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { itemLabel } from '../history/item-label.ts';
import { itemSays } from '../history/item-words.ts';
import styles from './share.module.css';
import { StillThere } from './still-there.tsx';

/** What no purge can do, and what else goes, a line each. */
const RECALL = ['sent', 'others', 'back', 'copies', 'disk'] as const;

/** An item by its kind and what it is called. */
export function useItemWords(): (item: ItemRef) => string {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  return ({ entity, id }) =>
    [t(`history.what.${entity}`), itemLabel(state, entity, id)].filter(Boolean).join(' ');
}

type TextPlaces = { readonly id: string; readonly count: number };

/** Articles that stay and whose text holds the words. */
function useTextPlaces({ words, gone }: PurgePreview): readonly TextPlaces[] {
  const documents = useCase((store) => store.state.document);
  const texts = useCase((store) => store.texts);
  return useMemo(() => {
    const going = new Set(gone.map(({ id }) => id));
    return [...documents.keys()]
      .filter((id) => !going.has(id))
      .map((id) => ({ id, count: countPlaces(texts.get(id) ?? '', words) }))
      .filter(({ count }) => count > 0);
  }, [documents, texts, words, gone]);
}

/** Where the words still stand: in fields, and in the texts of articles. */
function Standing({
  plan,
  purgeFirst,
}: {
  readonly plan: PurgePreview;
  readonly purgeFirst: (asked: ToPurge) => void;
}) {
  const { t } = useTranslation();
  const wordsOf = useItemWords();
  const state = useCase((store) => store.state);
  const inTexts = useTextPlaces(plan);
  if (plan.stillThere.length + inTexts.length === 0) return null;
  const door = (name: string, asked: ToPurge) => (
    <Button look="quiet" aria-label={name} onClick={() => purgeFirst(asked)}>
      {t('share.purge.action')}
    </Button>
  );
  return (
    <StillThere
      heading={t('share.purge.still')}
      places={plan.stillThere}
      state={state}
      doorOf={(place) => {
        const { entity, id, field, now } = place;
        if (!isPurgeableValue(entity, field)) return null;
        const name = t('share.purge.stillPurge', {
          field: t(`history.field.${field}`),
          what: wordsOf(place),
        });
        return door(name, { kind: 'value', entity, id, field, onlyEarlier: !now });
      }}
    >
      {inTexts.map(({ id, count }) => {
        const what = wordsOf({ entity: 'document', id });
        return (
          <li key={id}>
            <bdi>{t('share.purge.inText', { count, what })}</bdi>{' '}
            {door(t('share.purge.itemAction', { what }), { kind: 'item', entity: 'document', id })}
          </li>
        );
      })}
    </StillThere>
  );
}

/** What a purge takes, where its words still stand, and what no purge can do. */
export function Planned(props: {
  readonly plan: PurgePreview;
  readonly purgeFirst: (asked: ToPurge) => void;
}) {
  const { t } = useTranslation();
  const wordsOf = useItemWords();
  const state = useCase((store) => store.state);
  const { plan, purgeFirst } = props;
  const { entries, gone, blobs } = plan;
  return (
    <>
      <p>{t('share.purge.entries', { count: entries })}</p>
      {gone.length > 0 && (
        <section className={styles['part']} aria-label={t('share.purge.gone')}>
          <h2>{t('share.purge.gone')}</h2>
          <ul>
            <FirstOf
              items={gone}
              inList
              renderLine={(item) => (
                <li key={`${item.entity}-${item.id}`}>
                  <bdi>{wordsOf(item)}</bdi> <bdi className={styles['path']}>{itemSays(state, item)}</bdi>
                </li>
              )}
            />
          </ul>
        </section>
      )}
      {blobs.length > 0 && <p>{t('share.purge.files', { count: blobs.length })}</p>}
      <Standing plan={plan} purgeFirst={purgeFirst} />
      <Notice tone="danger">
        <ul className={styles['recall']}>
          {RECALL.map((line) => (
            <li key={line}>{t(`share.purge.recall.${line}`)}</li>
          ))}
        </ul>
      </Notice>
    </>
  );
}
