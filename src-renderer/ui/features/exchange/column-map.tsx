import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CLAIM_FIELDS, type ClaimField } from '#core/exchange/claims/columns.ts';
import type { ColumnMap } from '#core/exchange/claims/suggest-columns.ts';
import type { ClaimTable } from '#core/exchange/claims/table.ts';
import styles from './exchange.module.css';

/** The first thing that stands in a column, to know it by. */
const sampleOf = ({ rows }: ClaimTable, at: number): string =>
  rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell.trim() !== '') ?? '';

/** Which column is what; a column nobody names is not read. */
export function ColumnMapper(props: {
  readonly table: ClaimTable;
  readonly map: ColumnMap;
  readonly set: (map: ColumnMap) => void;
}) {
  const { table, map, set } = props;
  const { t } = useTranslation();
  const fieldAt = (at: number): ClaimField | undefined => CLAIM_FIELDS.find((field) => map[field] === at);
  function choose(at: number, value: string): void {
    const kept = Object.entries(map).filter(([field, column]) => column !== at && field !== value);
    set(Object.fromEntries(value === '' ? kept : [...kept, [value, at]]));
  }
  return (
    <section className={styles['part']} aria-label={t('exchange.import.columns')}>
      <h2>{t('exchange.import.columns')}</h2>
      <div>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('exchange.import.column')}</th>
              <th scope="col">{t('exchange.import.sample')}</th>
              <th scope="col">{t('exchange.import.means')}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((heading, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- headings may be the same twice
              <tr key={at}>
                <th scope="row" dir="auto">
                  {heading}
                </th>
                <td dir="auto">{sampleOf(table, at).slice(0, 80)}</td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('exchange.import.meaning', { heading })}
                    value={fieldAt(at) ?? ''}
                    onChange={(event) => choose(at, event.currentTarget.value)}
                    data={[
                      { value: '', label: t('exchange.import.notRead') },
                      ...CLAIM_FIELDS.map((value) => ({ value, label: t(`exchange.field.${value}`) })),
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
