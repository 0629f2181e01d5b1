import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { ClaimRow } from './claim-row.tsx';
import styles from './claims-pane.module.css';
import { CountChips } from './count-chips.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { ManyBar } from './many-bar.tsx';
import { useAllRows, useShownRows } from './use-claim-rows.ts';

const ROW = 28;
const CHOSEN_ROW = 46;

function List({
  marked,
  mark,
}: {
  readonly marked: ReadonlySet<string>;
  readonly mark: (ids: ReadonlySet<string>) => void;
}) {
  const { t } = useTranslation();
  const rows = useShownRows();
  const claimId = useView((view) => view.claimId);
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = rows.findIndex(({ id }) => id === claimId);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === chosen ? CHOSEN_ROW : ROW),
    overscan: 12,
  });
  useEffect(() => virtual.measure(), [chosen, virtual]);
  const height = virtual.scrollRect?.height ?? 0;
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
    // Only another choice or another height moves the list, not every change of it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [claimId, height]);

  const choose = useCallback(
    (id: string, extend: boolean) => {
      if (extend) {
        const next = new Set(marked);
        const current = useView.getState().claimId;
        if (next.size === 0 && current) next.add(current);
        if (!next.delete(id)) next.add(id);
        mark(next);
        return;
      }
      if (marked.size > 0) mark(new Set());
      useView.setState(({ reveal }) => ({ claimId: id, reveal: reveal + 1 }));
    },
    [marked, mark],
  );

  return (
    <div ref={scroller} className={styles['scroll']}>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={t('claims.list')}
        aria-multiselectable
        aria-activedescendant={chosen >= 0 ? `claim-${claimId}` : undefined}
        className={styles['list']}
        style={{ blockSize: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return row ? (
            <div
              key={key}
              role="presentation"
              className={styles['place']}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ClaimRow row={row} chosen={row.id === claimId} marked={marked.has(row.id)} choose={choose} />
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

/** The claims of the case: counts, filter, order and the list. */
export function ClaimsPane() {
  const { t } = useTranslation();
  const total = useAllRows().length;
  const shown = useShownRows().length;
  const [marked, mark] = useState<ReadonlySet<string>>(new Set());
  return (
    <div className={styles['pane']}>
      <div className={styles['head']}>
        <CountChips />
        <FilterMenu />
        <ActiveFilters />
        {shown < total && (
          <span className={styles['shown']} role="status">
            {t('claims.shown', { count: shown, total })}
          </span>
        )}
      </div>
      {marked.size > 1 && <ManyBar ids={marked} done={() => mark(new Set())} />}
      {total === 0 && (
        <Empty title={t('claims.none')}>
          <p>{t('claims.noneHint')}</p>
        </Empty>
      )}
      {total > 0 && shown === 0 && <Empty title={t('claims.noMatch')} />}
      {shown > 0 && <List marked={marked} mark={mark} />}
    </div>
  );
}
