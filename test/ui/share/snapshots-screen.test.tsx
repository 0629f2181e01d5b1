import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useMessages } from '#renderer/state/messages-store.ts';
import { type Kept, useSnapshots } from '#renderer/state/snapshots-store.ts';
import { SnapshotsScreen } from '#renderer/ui/features/share/snapshots-screen.tsx';
import { bridgeWorld } from '../../support/bridge-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const done = <T,>(value: T) => ({ ok: true, value });
const KEPT: Kept = {
  on: true,
  folder: '/media/new',
  earlier: [],
  by: 'passphrase',
  evidence: true,
  last: { at: 1, bytes: 1, mark: 'a' },
  failed: null,
};

beforeEach(() => resetStores());
afterEach(() => {
  cleanup();
  useSnapshots.setState({ kept: null });
});

async function shown(kept: Kept, answers: Parameters<typeof fakeWorkbench>[1] = {}) {
  useSnapshots.setState({ kept });
  const { workbench, asked } = fakeWorkbench(bridgeWorld(), {
    listSnapshots: () => done([]),
    listKept: () =>
      done({ files: [{ name: '/media/new/a.touchstone', at: 1, bytes: 1 }], away: [], purged: [] }),
    ...answers,
  });
  await renderUi(<SnapshotsScreen />, workbench);
  return asked;
}
const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));

describe('the screen of snapshots', () => {
  it('tells of folders chosen earlier, while snapshots are on and when they are off', async () => {
    await shown({ ...KEPT, earlier: ['/media/old'] });
    await screen.findByText('/media/old');
    cleanup();
    const asked = await shown({ ...KEPT, on: false, earlier: ['/media/old', '/media/new'] });
    await screen.findByText('/media/new');
    expect(screen.getByText('/media/old')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Choose a folder…' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Turn off' })).toBeNull();
    expect(asked.map(({ what }) => what)).not.toContain('listKept');
  });

  it('lets a person leave how they are kept as it is after all', async () => {
    await shown(KEPT);
    await press('Change…');
    expect(screen.queryByText('/media/new')).toBeNull();
    await press('Cancel');
    await screen.findByText('/media/new');
  });

  it('tells snapshots on a stick that is away from those that can be gone back to', async () => {
    const [here, gone] = ['/media/new/a.touchstone', '/media/old/b.touchstone'];
    const files = [
      { name: here, at: Date.UTC(2026, 10, 23), bytes: 1 },
      { name: gone, at: Date.UTC(2026, 10, 9), bytes: null },
    ];
    await shown(KEPT, { listKept: () => done({ files, away: ['/media/old'], purged: [] }) });
    await screen.findByText('/media/old');
    expect(screen.getByText(gone).closest('div')?.textContent).toContain('on a disk that is not here now');
    expect(screen.getAllByRole('button', { name: /^Go back to it/ })).toHaveLength(1);
    expect(screen.getAllByRole('button', { name: /^Open as a file/ })).toHaveLength(1);
    expect(screen.queryByText(here)).toBeNull();
  });

  it('does not say that there are none while the folder cannot be reached', async () => {
    await shown(KEPT, { listKept: () => done({ files: [], away: ['/media/new'], purged: [] }) });
    await screen.findByText(/This folder cannot be reached now/);
    expect(screen.queryByText('There is none in the folder yet.')).toBeNull();
  });

  it('says why snapshots from before a purge cannot be gone back to, and not that there are none', async () => {
    await shown(KEPT, { listKept: () => done({ files: [], away: [], purged: ['/media/new'] }) });
    await screen.findByText(/are from before a purge/);
    expect(screen.queryByText('There is none in the folder yet.')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Go back to it/ })).toBeNull();
  });

  it('says when a file of the folder is not one that was written from here', async () => {
    const answers = { restoreKept: () => ({ ok: false, code: 'kept-unknown' }) };
    const asked = await shown(KEPT, answers);
    await act(async () => undefined);
    await press(/^Go back to it/);
    expect(asked.findLast(({ what }) => what === 'restoreKept')?.input).toBe('/media/new/a.touchstone');
    expect(useMessages.getState().messages[0]?.text).toMatch(/somebody may have put it in its place/);
  });
});
