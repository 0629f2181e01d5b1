import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { extentOf, type PlacedEntry, timelineOf } from '#core/queries/timeline.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Chip } from '#renderer/ui/components/chip.tsx';
import { Empty } from '#renderer/ui/components/empty.tsx';
import { VirtualList } from '#renderer/ui/components/virtual-list.tsx';
import { Axis } from './axis.tsx';
import { Legend } from './legend.tsx';
import { openItem } from './open-item.ts';
import { TimelineRow } from './timeline-row.tsx';
import { Undated } from './undated.tsx';
import styles from './timeline.module.css';
import { moved, type TimeWindow, widened, zoomed } from './time-window.ts';

const KINDS = ['claim', 'evidence', 'document'] as const;

function Placed({ placed }: { readonly placed: readonly PlacedEntry[] }) {
  const { t } = useTranslation();
  const [kinds, setKinds] = useState<readonly string[]>(KINDS);
  const [chosen, setChosen] = useState<string | null>(null);
  const [held, setWindow] = useState<TimeWindow | null>(null);
  const shown = useMemo(() => placed.filter(({ entity }) => kinds.includes(entity)), [placed, kinds]);
  const all = useMemo(() => widened(extentOf(shown) ?? { from: 0, to: 0 }), [shown]);
  const view = held ?? all;
  function onKey(event: KeyboardEvent): void {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'ArrowRight') setWindow(moved(view, 0.2 * rtl));
    else if (event.code === 'ArrowLeft') setWindow(moved(view, -0.2 * rtl));
    else if (event.key === '+' || event.key === '=') setWindow(zoomed(view, 0.5));
    else if (event.key === '-') setWindow(zoomed(view, 2));
    else if (event.key === '0') setWindow(null);
    else if (
      event.code === 'Enter' &&
      event.target instanceof HTMLElement &&
      event.target.role === 'listbox'
    ) {
      const entry = shown.find(({ key }) => key === chosen);
      if (entry) openItem(entry);
    } else return;
    event.preventDefault();
  }
  return (
    // Keys of the list within it: it is not reached by itself.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['placed']} onKeyDown={onKey}>
      <div className={styles['bar']}>
        {KINDS.map((kind) => (
          <Chip
            key={kind}
            on={kinds.includes(kind)}
            onClick={() =>
              setKinds(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])
            }
          >
            {t(`timeline.kinds.${kind}`, { count: placed.filter(({ entity }) => entity === kind).length })}
          </Chip>
        ))}
        <span className={styles['end']}>
          <Button
            look="quiet"
            aria-label={t('timeline.earlier')}
            onClick={() => setWindow(moved(view, -0.2))}
          >
            {'‹'}
          </Button>
          <Button look="quiet" onClick={() => setWindow(zoomed(view, 0.5))} aria-label={t('timeline.closer')}>
            {'+'}
          </Button>
          <Button look="quiet" onClick={() => setWindow(zoomed(view, 2))} aria-label={t('timeline.wider')}>
            {'−'}
          </Button>
          <Button look="quiet" aria-label={t('timeline.later')} onClick={() => setWindow(moved(view, 0.2))}>
            {'›'}
          </Button>
          <Button look="quiet" disabled={held === null} onClick={() => setWindow(null)}>
            {t('timeline.all')}
          </Button>
        </span>
      </div>
      <Legend />
      <Axis view={view} />
      {shown.length === 0 ? (
        <Empty title={t('timeline.noneOfKind')} />
      ) : (
        <VirtualList
          label={t('timeline.list')}
          items={shown}
          keyOf={({ key }) => key}
          rowHeight={40}
          chosen={chosen}
          onChoose={setChosen}
        >
          {(entry) => <TimelineRow entry={entry} view={view} />}
        </VirtualList>
      )}
    </div>
  );
}

/** What is said to have happened when, and when evidence reached us; what has no date apart. */
export function TimelineDesk() {
  const { t } = useTranslation();
  const state = useCase((store) => store.state);
  const timeline = useMemo(() => timelineOf(state), [state]);
  const { placed, yearless, undated } = timeline;
  return (
    <section className={styles['desk']} aria-label={t('shell.desk.timeline')}>
      {placed.length === 0 ? (
        <Empty title={t('timeline.none')}>
          <p>{t('timeline.noneHint')}</p>
        </Empty>
      ) : (
        <Placed placed={placed} />
      )}
      <Undated yearless={yearless} undated={undated} />
    </section>
  );
}
