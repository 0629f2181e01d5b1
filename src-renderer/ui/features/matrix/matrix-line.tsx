import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatrixColumn, MatrixRow } from '#core/queries/matrix.ts';
import { useView } from '#renderer/state/view-store.ts';
import { markOf, StatusMark } from '#renderer/ui/components/status-mark.tsx';
import styles from './matrix.module.css';
import { StanceMark } from './stance-mark.tsx';
import type { Cell } from './use-cell.ts';

export const ROW_HEIGHT = 38;
export const HEAD_HEIGHT = 58;
export const COLUMN_WIDTH = 76;
/** Width of the column of claims, as in the style sheet. */
export const TITLE_WIDTH = 380;

/** Goes to a claim on its desk. */
export const openClaim = (claimId: string): void =>
  useView.setState(({ reveal }) => ({ desk: 'claims', claimId, reveal: reveal + 1 }));

/** Where a column lies. */
export type Place = { readonly index: number; readonly start: number };
const beside = (start: number) => ({ insetInlineStart: TITLE_WIDTH + start, inlineSize: COLUMN_WIDTH });

/** The evidence items, each under the origin it stands with. */
export function MatrixHead({
  columns,
  places,
}: {
  readonly columns: readonly MatrixColumn[];
  readonly places: readonly Place[];
}) {
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={1} className={styles['head']} style={{ blockSize: HEAD_HEIGHT }}>
      <div role="columnheader" aria-colindex={1} className={styles['title']}>
        <span className={styles['words']}>{t('matrix.claim')}</span>
        <span className={styles['count']}>{t('matrix.origins')}</span>
      </div>
      {places.map(({ index, start }) => {
        const column = columns[index];
        if (!column) return null;
        const { evidence, origin, first } = column;
        const name = origin || t('matrix.unknown');
        return (
          <div
            key={evidence.id}
            role="columnheader"
            aria-colindex={index + 2}
            className={`${styles['column']} ${first ? styles['first'] : ''}`}
            style={beside(start)}
            title={`${evidence.ref} ${evidence.title}\n${name}`}
          >
            {first && <bdi className={styles['origin']}>{name}</bdi>}
            {evidence.ref}
          </div>
        );
      })}
    </div>
  );
}

/** One claim, and what each item says to it. */
export const MatrixLine = memo(function MatrixLine(props: {
  readonly id: string;
  readonly held: MatrixRow;
  readonly at: number;
  readonly start: number;
  readonly columns: readonly MatrixColumn[];
  readonly places: readonly Place[];
  readonly chosen: number | null;
  readonly choose: (cell: Cell) => void;
}) {
  const { id, held, at, start, columns, places, chosen, choose } = props;
  const { t } = useTranslation();
  const { row, cells } = held;
  const counts = { for: row.originsFor, against: row.originsAgainst };
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={styles['row']}
      style={{ insetBlockStart: start, blockSize: ROW_HEIGHT }}
    >
      <div role="rowheader" aria-colindex={1} className={styles['title']} title={row.statement}>
        <StatusMark
          mark={markOf(row.status, row.reason)}
          label={row.findingKept ? t('claims.findingKept') : t(`terms.status.${row.status}`)}
        />
        <span className={styles['ref']}>{row.ref}</span>
        <bdi className={styles['words']}>{row.statement}</bdi>
        <span className={styles['count']} title={t('matrix.countHint', counts)}>
          {t('matrix.count', counts)}
        </span>
      </div>
      {places.map(({ index, start: side }) => {
        const column = columns[index];
        if (!column) return null;
        const stance = cells.get(column.evidence.id);
        const words = stance ? t(`terms.stance.${stance}`) : t('matrix.nothing');
        return (
          // The grid has the focus and takes the keys; its cells are only pointed at.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/interactive-supports-focus
          <div
            key={column.evidence.id}
            id={chosen === index ? id : undefined}
            role="gridcell"
            aria-colindex={index + 2}
            aria-selected={chosen === index}
            aria-label={t('matrix.cell', { claim: row.ref, evidence: column.evidence.ref, stance: words })}
            className={`${styles['cell']} ${column.first ? styles['first'] : ''} ${chosen === index ? styles['chosen'] : ''}`}
            style={beside(side)}
            onClick={() => choose({ row: at, column: index })}
            onDoubleClick={() => openClaim(row.id)}
          >
            {stance && <StanceMark stance={stance} />}
          </div>
        );
      })}
    </div>
  );
});
