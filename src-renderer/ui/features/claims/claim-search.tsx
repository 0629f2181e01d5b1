import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useView } from '#renderer/state/view-store.ts';
import styles from './claim-search.module.css';

export const SEARCH_ID = 'claim-search';

/** Filters the list while typing; Esc empties it. */
export function ClaimSearch() {
  const { t } = useTranslation();
  const text = useView((view) => view.filter.text);
  const search = (words: string): void =>
    useView.setState(({ filter }) => ({ desk: 'claims', filter: { ...filter, text: words } }));
  return (
    <TextInput
      id={SEARCH_ID}
      className={styles['search'] ?? ''}
      type="search"
      dir="auto"
      aria-label={t('claims.search')}
      placeholder={t('claims.search')}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={<kbd>/</kbd>}
      value={text}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        search('');
        event.currentTarget.blur();
      }}
    />
  );
}
