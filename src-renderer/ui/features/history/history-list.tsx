import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryStep as Step } from '#core/queries/history.ts';
import type { Moments } from './compare-bar.tsx';
import type { HistoryLine } from './filter-history.ts';
import styles from './history-desk.module.css';
import { HistoryStep } from './history-step.tsx';

const LINE = 30;

/** The actions under their days; only those in view are drawn. */
export function HistoryList({
  lines,
  moments,
  pick,
}: {
  readonly lines: readonly HistoryLine[];
  readonly moments: Moments;
  readonly pick: (step: Step) => void;
}) {
  const { t, i18n } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  // Nothing here is memoised by hand, so its changing functions go stale nowhere.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => lines[index]?.key ?? index,
    estimateSize: () => LINE,
    overscan: 12,
  });
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full' });
  return (
    <div ref={scroller} className={styles['scroll']}>
      <div
        role="list"
        aria-label={t('history.list')}
        className={styles['list']}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          return line ? (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="listitem"
              className={styles['place']}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.kind === 'day' ? (
                <h2 className={styles['day']}>{day.format(line.at)}</h2>
              ) : (
                <HistoryStep
                  step={line.step}
                  picked={moments.some(({ batch }) => batch === line.step.batch)}
                  pick={pick}
                />
              )}
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}
