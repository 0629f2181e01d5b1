import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '#renderer/state/view-store.ts';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { chordOf } from '#renderer/ui/hooks/use-shortcuts.ts';
import { ActiveFilters } from './active-filters.tsx';
import { ClaimRow } from './claim-row.tsx';
import styles from './claims-pane.module.css';
import { CountChips } from './count-chips.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { ManyBar } from './many-bar.tsx';
import { type Marked, stretched, toggled } from './marking.ts';
import { useAllRows, useShownRows } from './use-claim-rows.ts';

const ROW = 28;
const CHOSEN_ROW = 46;

/** Keys that mark on the way. */
const STEPS: Readonly<Record<string, number>> = {
  'Shift+ArrowDown': 1,
  'Shift+ArrowUp': -1,
  'Shift+KeyJ': 1,
  'Shift+KeyK': -1,
};

function List({ marked, mark }: { readonly marked: Marked; readonly mark: (ids: Marked) => void }) {
  const { t } = useTranslation();
  const rows = useShownRows();
  const claimId = useView((view) => view.claimId);
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = rows.findIndex(({ id }) => id === claimId);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === chosen ? CHOSEN_ROW : ROW),
    overscan: 4,
  });
  useEffect(() => virtual.measure(), [chosen, virtual]);
  const height = virtual.scrollRect?.height ?? 0;
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
    // Only another choice or another height moves the list, not every change of it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [claimId, height]);

  const choose = useCallback(
    (id: string, how: 'one' | 'more' | 'through') => {
      const current = useView.getState().claimId;
      if (how === 'more') return mark(toggled(marked, id, current));
      if (how === 'through') return mark(stretched(marked, rows, current, id));
      if (marked.size > 0) mark(new Set());
      useView.setState(({ reveal }) => ({ claimId: id, reveal: reveal + 1 }));
    },
    [marked, mark, rows],
  );

  /** Space marks the chosen claim, Shift with an arrow goes on marking, Ctrl+A marks all that is shown. */
  function onKey(event: KeyboardEvent): void {
    const chord = chordOf(event.nativeEvent);
    const step = STEPS[chord];
    if (chord === 'Space' && claimId) mark(toggled(marked, claimId, null));
    else if (chord === 'Ctrl+KeyA') mark(new Set(rows.map(({ id }) => id)));
    else if (chord === 'Escape' && marked.size > 0) mark(new Set());
    else if (step !== undefined) {
      const next = rows[Math.min(rows.length - 1, Math.max(0, chosen + step))];
      if (!next) return;
      mark(stretched(marked, rows, claimId, next.id));
      useView.setState({ claimId: next.id });
    } else return;
    event.preventDefault();
  }

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
        onKeyDown={onKey}
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
  const [marked, mark] = useState<Marked>(new Set());
  return (
    <div className={styles['pane']}>
      <div className={styles['head']}>
        <CountChips />
        <FilterMenu />
        <ActiveFilters />
        {/* There whether anything is filtered or not: the list must not jump at the first letter. */}
        {total > 0 && (
          <span className={styles['shown']} role="status">
            {t('claims.shown', { count: shown, total })}
          </span>
        )}
      </div>
      {marked.size > 0 && <ManyBar ids={marked} done={() => mark(new Set())} />}
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
