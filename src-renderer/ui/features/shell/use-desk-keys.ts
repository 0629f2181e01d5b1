import { useTranslation } from 'react-i18next';
import { nextUnfinishedMust } from '#core/queries/counts.ts';
import { say } from '#renderer/state/messages-store.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { flushFields } from '#renderer/state/drafts.ts';
import { useView, type View } from '#renderer/state/view-store.ts';
import { useReport } from '#renderer/ui/hooks/use-run.ts';
import { type Shortcuts, useShortcuts } from '#renderer/ui/hooks/use-shortcuts.ts';
import { useLock } from '#renderer/ui/hooks/use-lock.ts';
import { useWorkbench } from '#renderer/ui/hooks/use-workbench.ts';
import { useSaveAgain } from '../share/use-save-again.ts';
import { SEARCH_ID } from '../claims/claim-search.tsx';
import { usePropose } from '../proposals/use-propose.ts';
import { shownRows } from '../claims/use-claim-rows.ts';

const choose = (claimId: string): void =>
  useView.setState(({ reveal }) => ({ claimId, reveal: reveal + 1, desk: 'claims' }));

/** The claim `step` places from the chosen one in the list as shown. */
export function move(step: number): void {
  const rows = shownRows();
  const at = rows.findIndex(({ id }) => id === useView.getState().claimId);
  const row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
  if (row) choose(row.id);
}

/** The keys of DESIGN 8. */
export function useDeskKeys(): void {
  const { t } = useTranslation();
  const workbench = useWorkbench();
  const lock = useLock();
  const saveAgain = useSaveAgain();
  const report = useReport();
  const readOnly = useCase((store) => store.readOnly);
  const propose = usePropose();
  // On the claims desk the proposals have these keys.
  const proposing = useView(({ proposing: held, desk }) => held !== null && desk === 'claims');
  const startProposing = (): void => {
    if (readOnly) report({ ok: false, code: 'read-only' });
    else void flushFields().then(propose);
  };
  const ask = (part: NonNullable<View['ask']>) => (): void => {
    if (useView.getState().claimId) useView.setState({ ask: part, desk: 'claims' });
  };
  const tool = (name: 'claim' | 'voice' | 'skip') => (): void => {
    if (!useView.getState().selection) return;
    if (readOnly) report({ ok: false, code: 'read-only' });
    else useView.setState({ tool: name });
  };
  const status = (index: number) => (): void =>
    document.querySelectorAll<HTMLButtonElement>('[data-status-button]')[index]?.click();
  const nextMust = (): void => {
    const id = nextUnfinishedMust(shownRows(), useView.getState().claimId);
    if (id) choose(id);
    else say('done', t('claims.noMust'));
  };
  const claimKeys: Shortcuts = {
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    KeyN: tool('claim'),
    KeyV: tool('voice'),
    'Shift+KeyX': tool('skip'),
    KeyS: ask('split'),
    Digit1: status(0),
    Digit2: status(1),
    Digit3: status(2),
    KeyE: ask('evidence'),
    KeyM: () => {
      if (useView.getState().desk === 'evidence') useView.setState({ ask: 'received' });
      else ask('received')();
    },
    KeyC: ask('check'),
    KeyR: ask('relate'),
    KeyX: ask('skip'),
    KeyU: nextMust,
    'Ctrl+Enter': () => void flushFields().then(() => move(1)),
  };
  const everywhere: Shortcuts = {
    KeyP: startProposing,
    Slash: () => document.getElementById(SEARCH_ID)?.focus(),
    F6: () =>
      useView.setState(({ sharedColumn }) => ({
        sharedColumn: sharedColumn === 'article' ? 'claims' : 'article',
      })),
    'Ctrl+KeyL': lock,
    'Ctrl+KeyS': saveAgain,
    'Ctrl+KeyZ': () =>
      void flushFields()
        .then(() => workbench.undo())
        .then(report),
    'Ctrl+Shift+KeyZ': () => void workbench.redo().then(report),
    'Ctrl+KeyY': () => void workbench.redo().then(report),
  };
  useShortcuts(claimKeys, !proposing);
  useShortcuts(everywhere);
}
