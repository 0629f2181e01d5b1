import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './timeline.module.css';
import { marksIn, placeIn, type TimeWindow } from './time-window.ts';

const PARTS = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { month: 'short', day: 'numeric', year: 'numeric' },
} as const;

/** Years, months or days over the bars. */
export function Axis({ view }: { readonly view: TimeWindow }) {
  const { i18n } = useTranslation();
  const { unit, days } = useMemo(() => marksIn(view), [view]);
  const format = useMemo(
    () => new Intl.DateTimeFormat(i18n.language, { ...PARTS[unit], timeZone: 'UTC' }),
    [i18n.language, unit],
  );
  return (
    <div className={styles['axis']} aria-hidden>
      <span />
      <div className={styles['track']}>
        {days.map((day) => (
          <span
            key={day}
            className={styles['mark']}
            style={{ insetInlineStart: `${placeIn(view, day, null)?.start ?? 0}%` }}
          >
            {format.format(day * 86_400_000)}
          </span>
        ))}
      </div>
    </div>
  );
}
