import { useMantineColorScheme } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowRight,
  IconClipboardText,
  IconFileCheck,
  IconFileExport,
  IconFileImport,
  IconFilter,
  IconFolderPlus,
  IconListSearch,
  IconLock,
  IconReport,
  IconSunMoon,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NO_FILTER } from '#core/queries/claim-filter.ts';
import { nextUnfinishedMust } from '#core/queries/counts.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { flushFields } from '#renderer/state/drafts.ts';
import { showScreen } from '#renderer/state/screens-store.ts';
import { type Desk, useView } from '#renderer/state/view-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { useLock } from '#renderer/ui/hooks/use-lock.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { newCase, startImport } from '../cases/case-actions.ts';
import { usePropose } from '../proposals/use-propose.ts';
import { shownRows } from '../claims/use-claim-rows.ts';
import type { PaletteAction } from './palette-action.ts';

const DESKS: readonly Desk[] = [
  'claims',
  'due',
  'evidence',
  'matrix',
  'people',
  'timeline',
  'releases',
  'history',
];
const SCHEMES = ['light', 'dark', 'auto'] as const;

function goToNextMust(): void {
  const claimId = nextUnfinishedMust(shownRows(), useView.getState().claimId);
  if (claimId) useView.setState(({ reveal }) => ({ claimId, desk: 'claims', reveal: reveal + 1 }));
}

/** What can be done from anywhere. */
export function useCommands(): readonly PaletteAction[] {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const lock = useLock();
  const report = useReport();
  const propose = usePropose();
  const { setColorScheme } = useMantineColorScheme();
  const { readOnly, canUndo, canRedo } = useCase();
  const action = (
    id: string,
    Icon: typeof IconLock,
    run: () => void,
    label: string,
    aside: string | null = null,
  ): PaletteAction => ({ id, label, aside, run, icon: <Icon size={16} stroke={1.6} aria-hidden /> });

  return [
    ...DESKS.map((desk) =>
      action(
        `desk-${desk}`,
        IconArrowRight,
        () => useView.setState({ desk }),
        t('palette.goTo', { desk: t(`shell.desk.${desk}`) }),
      ),
    ),
    action('next-must', IconArrowRight, goToNextMust, t('palette.nextMust'), 'U'),
    action(
      'show-must',
      IconFilter,
      () => useView.setState({ desk: 'claims', filter: { ...NO_FILTER, unfinishedMust: true } }),
      t('palette.showMust'),
    ),
    action(
      'show-all',
      IconFilter,
      () => useView.setState({ desk: 'claims', filter: NO_FILTER }),
      t('palette.showAll'),
    ),
    action(
      'report',
      IconReport,
      () => void flushFields().then(() => showScreen({ kind: 'report', claimIds: null })),
      t('palette.report'),
    ),
    action('paste', IconClipboardText, () => startImport(null), t('palette.pasteArticle')),
    action(
      'export-data',
      IconFileExport,
      () => showScreen({ kind: 'export-data', claimIds: null }),
      t('exchange.export'),
    ),
    action(
      'verify-file',
      IconFileCheck,
      () => showScreen({ kind: 'verify-file' }),
      t('exchange.verify.action'),
    ),
    ...(readOnly
      ? []
      : [
          action('propose', IconListSearch, () => void propose(), t('proposals.action'), 'P'),
          action(
            'import-claims',
            IconFileImport,
            () => showScreen({ kind: 'import-claims' }),
            t('exchange.importAction'),
          ),
        ]),
    action('identity', IconUsers, () => showScreen({ kind: 'identity' }), t('identity.title')),
    action('new-case', IconFolderPlus, () => newCase(false), t('palette.newCase')),
    ...(readOnly
      ? [action('make-mine', IconFileImport, () => newCase(true), t('cases.makeMine'))]
      : [action('lock', IconLock, lock, t('palette.lock'), 'Ctrl L')]),
    ...(canUndo
      ? [
          action(
            'undo',
            IconArrowBackUp,
            () =>
              void flushFields()
                .then(() => workbench.undo())
                .then(report),
            t('palette.undo'),
            'Ctrl Z',
          ),
        ]
      : []),
    ...(canRedo
      ? [
          action(
            'redo',
            IconArrowForwardUp,
            () => void workbench.redo().then(report),
            t('palette.redo'),
            'Ctrl Shift Z',
          ),
        ]
      : []),
    ...SCHEMES.map((scheme) =>
      action(`scheme-${scheme}`, IconSunMoon, () => setColorScheme(scheme), t(`palette.${scheme}`)),
    ),
  ];
}
