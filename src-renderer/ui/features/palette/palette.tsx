import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '#core/text/fold.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { findItems } from './find-items.tsx';
import styles from './palette.module.css';
import type { PaletteGroup } from './palette-action.ts';
import { useCommands } from './use-commands.tsx';
import { usePassageHits } from './use-passage-hits.tsx';

/** What the query finds in the case and among what can be done. */
function useGroups(query: string): readonly PaletteGroup[] {
  const { t } = useTranslation();
  const commands = useCommands();
  const passages = usePassageHits(query);
  const state = useCase((store) => store.state);
  const found = useMemo(() => findItems(state, query, t), [state, query, t]);
  return useMemo(() => {
    const words = foldText(query).split(/\s+/u).filter(Boolean);
    const fitting = commands.filter(({ label }) => words.every((word) => foldText(label).includes(word)));
    const actions = { id: 'actions', label: t('palette.actions'), actions: fitting, more: 0 };
    return [...found, passages, actions].filter((group) => group.actions.length > 0);
  }, [commands, found, passages, query, t]);
}

function Group({ group }: { readonly group: PaletteGroup }) {
  const { t } = useTranslation();
  return (
    <Spotlight.ActionsGroup label={group.label}>
      {group.actions.map((action) => (
        <Spotlight.Action key={action.id} className={styles['action'] ?? ''} onClick={action.run}>
          <span className={styles['icon']}>{action.icon}</span>
          <bdi className={styles['label']}>{action.label}</bdi>
          {action.aside && <span className={styles['aside']}>{action.aside}</span>}
        </Spotlight.Action>
      ))}
      {group.more > 0 && <div className={styles['more']}>{t('palette.more', { count: group.more })}</div>}
    </Spotlight.ActionsGroup>
  );
}

function Found({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const groups = useGroups(query);
  useEffect(() => {
    // The kit marks the first action before the deferred list is drawn, so it is marked again here.
    if (query === '') return;
    const actions = list.current?.querySelectorAll('[data-action]') ?? [];
    for (const [at, action] of actions.entries()) action.toggleAttribute('data-selected', at === 0);
    // Not on every drawing of the same list: the arrows move the mark.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [query]);
  return (
    <div ref={list} className={styles['found']}>
      {groups.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </div>
  );
}

/** Ctrl+K: jump to anything in the case, or do something. */
export function Palette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  useShortcuts({ 'Ctrl+KeyK': spotlight.toggle });
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={440}
      size={620}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': t('palette.label') } }}
      overlayProps={{ backgroundOpacity: 0.25 }}
    >
      <Spotlight.Search
        dir="auto"
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        leftSection={<IconSearch size={16} aria-hidden />}
      />
      <Spotlight.ActionsList>
        <Found query={asked} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
