import { StorageError } from '#core/ports/case-storage.ts';
import type { Workbench } from '#core/ports/workbench.ts';
import { createHost } from '#renderer/platform/host.ts';
import { flushDrafts } from '#renderer/state/drafts.ts';
import { sendMenuCommand } from '#renderer/state/menu-commands.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { openCatalogue } from '#renderer/storage/catalogue.ts';
import { failureOf } from './failures.ts';
import { watchIdle } from './idle-lock.ts';
import { createWorkbench } from './workbench.ts';

/** Storage that the browser may clear under pressure is no place for casework. */
async function requireLastingStorage(): Promise<void> {
  if (await navigator.storage.persisted()) return;
  if (await navigator.storage.persist()) return;
  throw new StorageError('failed', 'The system did not grant lasting storage.');
}

/** Starts the workbench of this window: what it shows stands in the stores. */
export async function startWorkbench(): Promise<Workbench> {
  const bridge = window.touchstone;
  if (!bridge) throw new Error('This page runs in Touchstone only.');
  const host = createHost(bridge);
  const workbench = createWorkbench(host, await openCatalogue());
  host.on('app.lock', () => void workbench.lock());
  host.on('menu.command', ({ command }) => sendMenuCommand(command));
  host.on('app.closing', () => {
    void flushDrafts()
      .then(() => workbench.settled())
      .finally(() => host.call('app.readyToClose', {}));
  });
  watchIdle(() => void workbench.lock());
  try {
    await requireLastingStorage();
    await workbench.start();
  } catch (error) {
    const failure = failureOf(error);
    useSession.setState({ phase: 'refused', refusal: failure.ok ? null : failure.code });
  }
  return workbench;
}
