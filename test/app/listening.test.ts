// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDLE_MS } from '#renderer/app/idle-lock.ts';
import { listen } from '#renderer/app/listening.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { registerDraft } from '#renderer/state/drafts.ts';
import { onMenuCommand } from '#renderer/state/menu-commands.ts';
import { useScreens } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { openWorld } from '../support/workbench-world.ts';

let checks = 0;
let stop = (): void => undefined;
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] }));
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function listening() {
  checks = 0;
  const world = await openWorld(
    { 'app.readyToClose': () => null },
    {
      async checkCase() {
        checks += 1;
        return { faults: [], wrongRows: 0 };
      },
    },
  );
  stop = listen(world.host, world.workbench);
  return world;
}
/** Resolves when what follows an opening has ended: the check of the case comes last. */
const settledIn = () => vi.waitFor(() => expect(checks).toBeGreaterThan(0));
const phase = () => useSession.getState().phase;

describe('a window that listens', () => {
  it('locks when the main process says so', async () => {
    const { host } = await listening();
    host.emit('app.lock', {});
    await vi.waitFor(() => expect(phase()).toBe('locked'));
  });

  it('locks a case left alone for ten minutes, and none that is worked on', async () => {
    await listening();
    await vi.advanceTimersByTimeAsync(IDLE_MS - 30_000);
    window.dispatchEvent(new Event('keydown'));
    await vi.advanceTimersByTimeAsync(IDLE_MS - 30_000);
    expect(phase()).toBe('open');
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(phase()).toBe('locked'));
  });

  it('locks at once after a sleep that outlasted the ten minutes', async () => {
    await listening();
    vi.setSystemTime(Date.now() + IDLE_MS);
    await vi.advanceTimersByTimeAsync(15_000);
    await vi.waitFor(() => expect(phase()).toBe('locked'));
  });

  it('stores what is typed before it lets the window close', async () => {
    const { host, workbench, store, called } = await listening();
    const free = store.hold();
    const unregister = registerDraft(async () => {
      await workbench.run(editCase, { title: 'Typed last' });
    });
    host.emit('app.closing', {});
    await vi.waitFor(() => expect(store.waiting()).toBe(1));
    expect(called()).not.toContain('app.readyToClose');
    free();
    await vi.waitFor(() => expect(called()).toContain('app.readyToClose'));
    unregister();
    expect(store.entries.at(-1)?.body?.patch).toEqual({ title: 'Typed last' });
  });

  it('lets the window close even when a field cannot be stored', async () => {
    const { host, called } = await listening();
    const unregister = registerDraft(() => Promise.reject(new Error('broken field')));
    host.emit('app.closing', {});
    await vi.waitFor(() => expect(called()).toContain('app.readyToClose'));
    unregister();
  });

  it('shows the project file that the app is asked to open', async () => {
    let path: string | null = null;
    const world = await openWorld({ 'app.readyToClose': () => null, 'project.asked': () => ({ path }) });
    stop = listen(world.host, world.workbench);
    path = '/stick/case.touchstone';
    world.host.emit('project.asked', {});
    await vi.waitFor(() => expect(useScreens.getState().screen).toEqual({ kind: 'open-project', path }));
  });

  it('passes menu commands on and reads the free space every minute', async () => {
    const { host, called } = await listening();
    const heard: string[] = [];
    const deaf = onMenuCommand((command) => heard.push(command));
    host.emit('menu.command', { command: 'edit.undo' });
    deaf();
    expect(heard).toEqual(['edit.undo']);
    const asked = () => called().filter((name) => name === 'app.freeSpace').length;
    await settledIn();
    const before = asked();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(before + 1);
  });
});
