import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#core/model/item.ts';
import { isSameFilter, NO_FILTER } from '#core/queries/claim-filter.ts';
import { removeFilter } from '#renderer/commands/remove-filter.ts';
import { saveFilter } from '#renderer/commands/save-filter.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import { Notice } from '#renderer/ui/components/notice.tsx';
import { useRun } from '#renderer/ui/hooks/use-run.ts';
import styles from './claims-pane.module.css';

/** A kept filter, read by a program that may know more choices than the one that kept it. */
const filterOf = ({ filter }: Item<'filter'>) => ({ ...NO_FILTER, ...filter });

function Saved({ saved, close }: { readonly saved: Item<'filter'>; readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const readOnly = useCase((store) => store.readOnly);
  const filter = useView((view) => view.filter);
  const sort = useView((view) => view.sort);
  const { id, name } = saved;
  const held = filterOf(saved);
  const same = isSameFilter(held, filter) && saved.sort === sort;
  return (
    <li className={styles['saved']}>
      <button
        type="button"
        className={styles['savedName']}
        aria-current={same || undefined}
        onClick={() => {
          useView.setState({ filter: held, sort: saved.sort });
          close();
        }}
      >
        <bdi>{name}</bdi>
      </button>
      {!readOnly && !same && (
        <Button look="quiet" onClick={() => void run(saveFilter, { filterId: id, name, filter, sort })}>
          {t('claims.saved.replace')}
        </Button>
      )}
      {!readOnly && (
        <ActionIcon
          aria-label={`${t('common.remove')}: ${name}`}
          onClick={() => void run(removeFilter, { filterId: id })}
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function Panel({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const run = useRun();
  const readOnly = useCase((store) => store.readOnly);
  const filters = useCase((store) => store.state.filter);
  const [name, setName] = useState('');
  const all = [...filters.values()].sort((a, b) => a.name.localeCompare(b.name));
  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { filter, sort } = useView.getState();
    if (await run(saveFilter, { name, filter, sort })) setName('');
  }
  return (
    <div className={styles['fields']}>
      {all.length === 0 && <Notice tone="plain">{t('claims.saved.none')}</Notice>}
      {all.length > 0 && (
        <ul className={styles['savedList']} aria-label={t('claims.saved.title')}>
          {all.map((saved) => (
            <Saved key={saved.id} saved={saved} close={close} />
          ))}
        </ul>
      )}
      {!readOnly && (
        <form className={styles['bar']} onSubmit={(event) => void keep(event)}>
          <TextInput
            aria-label={t('claims.saved.name')}
            placeholder={t('claims.saved.name')}
            dir="auto"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('claims.saved.keep')}
          </Button>
        </form>
      )}
    </div>
  );
}

/** Filters kept with the case, and the one in use to be kept. */
export function SavedFilters() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover position="bottom-start" shadow="md" width={320} trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button look="quiet" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          <IconBookmark size={14} aria-hidden /> {t('claims.saved.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Panel close={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
