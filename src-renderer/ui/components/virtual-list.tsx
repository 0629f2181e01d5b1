import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './virtual-list.module.css';

const PAGE = 12;

/** How far each key moves in a list. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  KeyJ: 1,
  KeyK: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** A list of any length to choose one item of; rows outside the view are not drawn. */
export function VirtualList<T>(props: {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  readonly rowHeight: number;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly children: (item: T) => ReactNode;
}) {
  const { items, keyOf, chosen, rowHeight, onChoose } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const at = items.findIndex((item) => keyOf(item) === chosen);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
    // Only another choice moves the list, not every change of it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosen]);

  function move(event: KeyboardEvent): void {
    const step = STEPS[event.code];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next !== undefined) onChoose(keyOf(next));
  }

  return (
    <div ref={scroller} className={styles['scroll']}>
      <div
        role="listbox"
        tabIndex={0}
        aria-label={props.label}
        aria-activedescendant={at >= 0 ? `${id}-${chosen}` : undefined}
        className={styles['list']}
        style={{ blockSize: virtual.getTotalSize() }}
        onKeyDown={move}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          const key = keyOf(item);
          return (
            // The list has the focus and takes the keys; its rows are only pointed at.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/interactive-supports-focus
            <div
              key={key}
              id={`${id}-${key}`}
              role="option"
              aria-selected={key === chosen}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              className={`${styles['row']} ${key === chosen ? styles['chosen'] : ''}`}
              style={{ transform: `translateY(${start}px)`, blockSize: rowHeight }}
              onClick={() => onChoose(key)}
            >
              {props.children(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
