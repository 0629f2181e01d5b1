import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '#core/queries/timeline.ts';
import { VirtualList } from '#renderer/ui/components/virtual-list.tsx';
import { RefText } from '#renderer/ui/features/fields/ref-text.tsx';
import { openItem } from './open-item.ts';
import styles from './timeline.module.css';
import { useDateWords } from '#renderer/ui/hooks/use-date-words.ts';

type Line = {
  readonly key: string;
  readonly entity: 'claim' | 'evidence' | 'document';
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  /** The date without a year, '' for none. */
  readonly date: string;
};

/** What stands nowhere on the line: dates without a year first, then what has no date. */
export function Undated({ yearless, undated }: Pick<Timeline, 'yearless' | 'undated'>) {
  const { t } = useTranslation();
  const words = useDateWords();
  const [open, setOpen] = useState(false);
  const lines: Line[] = [
    ...yearless.map((entry) => ({ ...entry, date: words(entry) })),
    ...undated.map((item) => ({ ...item, key: item.id, date: '' })),
  ];
  if (lines.length === 0) return null;
  const choose = (key: string): void => {
    const line = lines.find((one) => one.key === key);
    if (line) openItem(line);
  };
  return (
    <section
      className={`${styles['undated']} ${open ? styles['open'] : ''}`}
      aria-label={t('timeline.apart')}
    >
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('timeline.apartCount', { yearless: yearless.length, undated: undated.length })}
      </button>
      {open && (
        <VirtualList
          label={t('timeline.apart')}
          items={lines}
          keyOf={({ key }) => key}
          rowHeight={28}
          chosen={null}
          onChoose={choose}
        >
          {({ entity, id, ref, title, date }) => (
            <span className={styles['of']}>
              <b>
                <RefText entity={entity} id={id} text={ref} />
              </b>
              <bdi className={styles['title']}>{title}</bdi>
              <span className={styles['quiet']}>{date || t('timeline.noDate')}</span>
            </span>
          )}
        </VirtualList>
      )}
    </section>
  );
}
