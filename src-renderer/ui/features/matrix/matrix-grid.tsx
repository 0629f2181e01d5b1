import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matrix } from '#core/queries/matrix.ts';
import { useView } from '#renderer/state/view-store.ts';
import styles from './matrix.module.css';
import {
  COLUMN_WIDTH,
  HEAD_HEIGHT,
  MatrixHead,
  MatrixLine,
  openClaim,
  ROW_HEIGHT,
  TITLE_WIDTH,
} from './matrix-line.tsx';
import { useCell } from './use-cell.ts';

const openEvidence = (evidenceId: string): void => useView.setState({ desk: 'evidence', evidenceId });

/** The matrix itself; rows and columns outside the view are not drawn. */
export function MatrixGrid({ matrix: { columns, rows } }: { readonly matrix: Matrix }) {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const getScrollElement = () => scroller.current;
  // oxlint-disable-next-line react/incompatible-library
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const across = useVirtualizer({
    horizontal: true,
    isRtl: document.documentElement.dir === 'rtl',
    count: columns.length,
    getScrollElement,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 4,
    scrollPaddingEnd: TITLE_WIDTH,
  });
  const { cell, choose, onKey } = useCell(rows.length, columns.length, (next) => {
    down.scrollToIndex(next.row);
    across.scrollToIndex(next.column);
  });
  function pressed(event: KeyboardEvent): void {
    onKey(event);
    if (event.code !== 'Enter' || event.defaultPrevented) return;
    event.preventDefault();
    const evidence = columns[cell.column]?.evidence;
    const row = rows[cell.row]?.row;
    if (event.shiftKey && evidence) openEvidence(evidence.id);
    else if (row) openClaim(row.id);
  }
  const places = across.getVirtualItems();
  return (
    <div ref={scroller} className={styles['scroll']}>
      <div
        role="grid"
        tabIndex={0}
        aria-label={t('matrix.label')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={`${id}-cell`}
        className={styles['grid']}
        style={{ blockSize: down.getTotalSize(), inlineSize: TITLE_WIDTH + across.getTotalSize() }}
        onKeyDown={pressed}
      >
        <MatrixHead columns={columns} places={places} />
        {down.getVirtualItems().map(({ index, start }) => {
          const held = rows[index];
          return (
            held && (
              <MatrixLine
                key={held.row.id}
                id={`${id}-cell`}
                held={held}
                at={index}
                start={start}
                columns={columns}
                places={places}
                chosen={index === cell.row ? cell.column : null}
                choose={choose}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
