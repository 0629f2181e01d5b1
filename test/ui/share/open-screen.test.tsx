import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workbench } from '#core/ports/workbench.ts';
import { UNKNOWN_IDENTITY, useIdentity } from '#renderer/state/identity-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { useScreens } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { OpenScreen } from '#renderer/ui/features/share/open-screen.tsx';
import { ProjectDrop } from '#renderer/ui/features/share/project-drop.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const done = <T,>(value: T) => ({ ok: true, value });
const PATH = '/stick/case.touchstone';

beforeEach(() => {
  resetStores();
  useIdentity.setState(UNKNOWN_IDENTITY);
});
afterEach(cleanup);

/** The screen of a file that is sealed to a key. */
async function sealedToKey(identity: Partial<typeof UNKNOWN_IDENTITY>) {
  useIdentity.setState(identity);
  const { workbench, asked } = fakeWorkbench(null, {
    showIdentity: () => done(null),
    inspectProject: () => done({ opensBy: 'keys' }),
    unlockIdentity: () => {
      useIdentity.setState({ state: 'open', self: { alias: 'Ana', recipient: 'age1', signingKey: 'A' } });
      return done(null);
    },
    lock: () => done(null),
  });
  const shown = await renderUi(<OpenScreen path={PATH} />, workbench);
  await screen.findByText(PATH);
  return { shown, what: () => asked.map((one) => one.what) };
}

describe('a file that is sealed to a key', () => {
  it('is opened with one’s own key, which is unlocked in the same place', async () => {
    await sealedToKey({ state: 'locked', passphrase: true });
    expect(screen.queryByRole('button', { name: 'Check the file' })).toBeNull();
    fireEvent.change(screen.getByLabelText('Passphrase of your key'), { target: { value: 'words' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Unlock' })));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Check the file' }));
  });

  it('says what to do for somebody who has no key here', async () => {
    await sealedToKey({ state: 'none' });
    expect(screen.getByText(/You have no key on this laptop/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Check the file' })).toBeNull();
  });

  it('leaves no key open behind it when the app is locked otherwise', async () => {
    useSession.setState({ phase: 'locked' });
    const { shown, what } = await sealedToKey({ state: 'open' });
    expect(what()).not.toContain('lock');
    shown.unmount();
    expect(what()).toContain('lock');
  });
});

describe('a file dropped on a screen in the place of the desk', () => {
  const drop = (name: string) =>
    act(async () =>
      fireEvent.drop(screen.getByText('Locked'), {
        dataTransfer: { types: ['Files'], files: [new File(['x'], name)] },
      }),
    );
  async function lockedScreen(): Promise<void> {
    const { workbench } = fakeWorkbench(null);
    const where: Workbench = Object.create(workbench, { projectPath: { value: () => PATH } });
    await renderUi(
      <ProjectDrop>
        <p>Locked</p>
      </ProjectDrop>,
      where,
    );
  }

  it('is opened when it is a project file', async () => {
    await lockedScreen();
    await drop('Case.TOUCHSTONE');
    expect(useScreens.getState().screen).toEqual({ kind: 'open-project', path: PATH });
  });

  it('is refused in words when it is none', async () => {
    await lockedScreen();
    await drop('photo.jpg');
    expect(useMessages.getState().messages[0]?.text).toMatch(/Only a project file/);
    expect(useScreens.getState().screen.kind).toBe('none');
  });
});
