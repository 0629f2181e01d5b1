import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useMessages } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen, useScreens } from '#renderer/state/screens-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { SavedFile } from '#renderer/ui/features/share/saved-file.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const SAVED = { path: '/stick/a.touchstone', bytes: 9, sha256: 'ab', without: 0, release: null };
const LEAVING = { kind: 'save-project', claimIds: null, thenRemove: true } as const;

beforeEach(() => {
  resetStores();
  showScreen(LEAVING);
});
afterEach(() => {
  cleanup();
  useSnapshots.setState({ kept: null });
});

async function leaving(removed: unknown, byPassphrase = true) {
  const { workbench, asked } = fakeWorkbench(null, { removeCase: () => removed });
  await renderUi(<SavedFile saved={SAVED} leave byPassphrase={byPassphrase} />, workbench);
  fireEvent.click(screen.getByRole('checkbox'));
  return asked;
}
const destroy = () =>
  act(async () => fireEvent.click(screen.getByRole('button', { name: 'Destroy it on this laptop' })));

describe('a case that leaves the laptop', () => {
  it('is destroyed only as long as its file is there, and says what to do when it is not', async () => {
    const asked = await leaving({ ok: false, code: 'left-file-gone' });
    await destroy();
    expect(asked).toEqual([{ what: 'removeCase', input: ['case-1', SAVED] }]);
    expect(useMessages.getState().messages[0]?.text).toMatch(/^Nothing was destroyed/);
    expect(useScreens.getState().screen).toEqual(LEAVING);
    expect(screen.getByRole('button', { name: 'Destroy it on this laptop' })).toBeTruthy();
  });

  it('goes when it is', async () => {
    await leaving({ ok: true, value: null });
    await destroy();
    expect(useScreens.getState().screen).toEqual(NO_SCREEN);
  });

  it('speaks of keys when keys open the file', async () => {
    await leaving({ ok: true, value: null }, false);
    expect(screen.queryByText(/passphrase/)).toBeNull();
    expect(screen.getByText(/a key it was made for/)).toBeTruthy();
  });

  it('tells of the snapshots that outlive it', async () => {
    const last = { at: 1, bytes: 1, mark: 'a' };
    const kept = { on: true, folder: '/media/now', earlier: ['/media/old'], evidence: true, failed: null };
    useSnapshots.setState({ kept: { ...kept, by: 'passphrase', last } });
    await leaving({ ok: true, value: null });
    for (const folder of ['/media/now', '/media/old']) expect(screen.getByText(folder)).toBeTruthy();
  });
});

describe('a file that was written', () => {
  it('says what evidence is not in it', async () => {
    const saved = { ...SAVED, without: 2 };
    await renderUi(<SavedFile saved={saved} leave={false} byPassphrase />, fakeWorkbench(null).workbench);
    expect(screen.getByText(/^2 files of the evidence are not in it/)).toBeTruthy();
  });
});
