import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '#core/text/fold.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { findItems } from './find-items.tsx';
import styles from './palette.module.css';
import type { PaletteGroup } from './palette-action.ts';
import { useCommands } from './use-commands.tsx';

/** What the query finds in the case and among what can be done. */
function useGroups(query: string): readonly PaletteGroup[] {
  const { t } = useTranslation();
  const commands = useCommands();
  const state = useCase((store) => store.state);
  const found = useMemo(() => findItems(state, query, t), [state, query, t]);
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  const fitting = commands.filter(({ label }) => words.every((word) => foldText(label).includes(word)));
  const actions = { id: 'actions', label: t('palette.actions'), actions: fitting, more: 0 };
  return [...found, actions].filter((group) => group.actions.length > 0);
}

function Found({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  const groups = useGroups(query);
  if (groups.length === 0) return <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>;
  return groups.map((group) => (
    <Spotlight.ActionsGroup key={group.id} label={group.label}>
      {group.actions.map((action) => (
        <Spotlight.Action key={action.id} className={styles['action'] ?? ''} onClick={action.run}>
          <span className={styles['icon']}>{action.icon}</span>
          <bdi className={styles['label']}>{action.label}</bdi>
          {action.aside && <span className={styles['aside']}>{action.aside}</span>}
        </Spotlight.Action>
      ))}
      {group.more > 0 && <div className={styles['more']}>{t('palette.more', { count: group.more })}</div>}
    </Spotlight.ActionsGroup>
  ));
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
