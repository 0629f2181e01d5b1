import type { Host } from '#renderer/platform/host.ts';
import { flushDrafts } from '#renderer/state/drafts.ts';
import { showProjectFile } from '#renderer/state/project-file-asked.ts';
import { sendMenuCommand } from '#renderer/state/menu-commands.ts';
import { note } from './failures.ts';
import { watchIdle } from './idle-lock.ts';
import type { StartableWorkbench } from './workbench.ts';

/** Shows the project file the app was asked to open, if any. */
async function openAsked(host: Host): Promise<void> {
  const { path } = await host.call('project.asked', {});
  if (path !== null) showProjectFile(path);
}

const FREE_SPACE_MS = 60_000;

/** Does what the main process asks for, locks a case left alone, and keeps the free space up to date. */
export function listen(host: Host, workbench: StartableWorkbench): () => void {
  const lock = (atOnce: boolean): void =>
    void note('The case could not be locked.', workbench.lock({ force: true, atOnce }));
  const close = async (): Promise<void> => {
    const stored = flushDrafts().then(() => workbench.settled());
    await note('Typing could not be stored.', stored);
    await note('The snapshot could not be written.', workbench.leave());
    await note('The window could not be closed.', host.call('app.readyToClose', {}));
  };
  void note('The file could not be opened.', openAsked(host));
  const timer = window.setInterval(() => void workbench.refreshFreeSpace(), FREE_SPACE_MS);
  const stops = [
    host.on('app.lock', () => lock(true)),
    host.on('project.asked', () => void note('The file could not be opened.', openAsked(host))),
    host.on('menu.command', ({ command }) => sendMenuCommand(command)),
    host.on('app.closing', () => void close()),
    watchIdle(() => lock(false)),
    () => window.clearInterval(timer),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
