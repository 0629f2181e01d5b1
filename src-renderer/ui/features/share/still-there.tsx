import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordPlace } from '#core/merge/still-there.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { FirstOf } from '#renderer/ui/components/first-of.tsx';
import { itemLabel } from '../history/item-label.ts';
import styles from './share.module.css';

/** Where purged words still stand, one place a line, with what can be done about it. */
export function StillThere(props: {
  readonly heading: string;
  readonly places: readonly WordPlace[];
  readonly state: CaseState;
  readonly doorOf?: (place: WordPlace) => ReactNode;
  /** Further places that are no fields. */
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { heading, places, state, doorOf, children } = props;
  return (
    <section className={styles['part']} aria-label={heading}>
      <h2>{heading}</h2>
      <ul>
        {children}
        <FirstOf
          items={places}
          inList
          renderLine={(place) => {
            const { entity, id, field, now } = place;
            const what = [t(`history.what.${entity}`), itemLabel(state, entity, id)]
              .filter(Boolean)
              .join(' ');
            const when = t(now ? 'share.purge.stillNow' : 'share.purge.stillPast');
            return (
              <li key={`${entity}-${id}-${field}`}>
                <bdi>{what}</bdi>
                {`: ${t(`history.field.${field}`)} (${when}) `}
                {doorOf?.(place)}
              </li>
            );
          }}
        />
      </ul>
    </section>
  );
}
