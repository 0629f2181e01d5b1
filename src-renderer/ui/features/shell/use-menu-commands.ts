import { useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { useEffect, useEffectEvent } from 'react';
import { flushFields } from '#renderer/state/drafts.ts';
import { type MenuCommand, onMenuCommand } from '#renderer/state/menu-commands.ts';
import { showScreen, toggleKeys } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useLock } from '#renderer/ui/hooks/use-lock.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { SEARCH_ID } from '../claims/claim-search.tsx';
import { newCase, startImport, switchCase } from '../cases/case-actions.ts';
import { NEXT_SCHEME } from './color-schemes.ts';

/** Does what the menu of the window asks for; nothing of a case while it is locked. */
export function useMenuCommands(): void {
  const workbench = useWorkbench();
  const lock = useLock();
  const report = useReport();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const phase = useSession((session) => session.phase);
  const inCase = phase === 'open' || phase === 'sample';

  const actions: Readonly<Record<MenuCommand, () => void>> = {
    'case.new': () => newCase(false),
    'case.switch': () => switchCase(lock),
    'case.lock': () => inCase && lock(),
    'project.save': () => phase === 'open' && showScreen({ kind: 'save-project', claimIds: null }),
    'project.open': () => showScreen({ kind: 'open-project', path: null }),
    'document.import': () => inCase && startImport(null),
    'document.paste': () => inCase && startImport(null),
    'evidence.attach': () => inCase && useView.setState({ desk: 'claims', ask: 'evidence' }),
    'report.export': () =>
      inCase && void flushFields().then(() => showScreen({ kind: 'report', claimIds: null })),
    'edit.undo': () =>
      void flushFields()
        .then(() => workbench.undo())
        .then(report),
    'edit.redo': () => void workbench.redo().then(report),
    'view.search': () => document.getElementById(SEARCH_ID)?.focus(),
    'view.palette': () => inCase && spotlight.open(),
    'view.theme': () => setColorScheme(NEXT_SCHEME[colorScheme]),
    'help.shortcuts': () => toggleKeys(),
  };
  const answer = useEffectEvent((command: MenuCommand) => actions[command]());
  useEffect(() => onMenuCommand((command) => answer(command)), []);
}
