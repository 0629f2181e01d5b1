import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useSession } from '#renderer/state/session-store.ts';
import { LockScreen } from '#renderer/ui/features/cases/lock-screen.tsx';
import { ArticleWorld, TEXT } from '../../support/article-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

beforeEach(() => {
  resetStores();
  useSession.setState({
    phase: 'locked',
    caseId: 'a',
    cases: [
      { id: 'a', codeName: 'Calm heron', passphrase: true, keychain: false },
      { id: 'b', codeName: 'Red robin', passphrase: true, keychain: true },
    ],
  });
});
afterEach(cleanup);

async function show(answers: Parameters<typeof fakeWorkbench>[1] = {}) {
  const { workbench, asked } = fakeWorkbench(null, answers);
  const { container } = await renderUi(<LockScreen />, workbench);
  return { asked, container };
}

const enter = (passphrase: string): void => {
  fireEvent.change(screen.getByLabelText('Passphrase'), { target: { value: passphrase } });
  fireEvent.click(screen.getByRole('button', { name: 'Unlock' }));
};

describe('a locked app', () => {
  it('shows code names and nothing of any case', async () => {
    const world = new ArticleWorld();
    resetStores(world.state, new Map([['doc', TEXT]]));
    useSession.setState({
      phase: 'locked',
      cases: [{ id: 'a', codeName: 'Calm heron', passphrase: true, keychain: false }],
    });
    const { container } = await show();
    expect(container.textContent).toContain('Calm heron');
    expect(container.textContent).not.toContain('Document doc');
    expect(container.innerHTML).not.toContain('Fourati');
  });

  it('opens the chosen case with its passphrase', async () => {
    const { asked } = await show({ unlock: () => ({ ok: true, value: null }) });
    fireEvent.click(screen.getByRole('radio', { name: 'Red robin' }));
    enter('four words long here');
    await waitFor(() => expect(asked).toEqual([{ what: 'unlock', input: ['b', 'four words long here'] }]));
  });

  it('says what to do after a wrong passphrase, and forgets it', async () => {
    await show({ unlock: () => ({ ok: false, code: 'wrong-passphrase' }) });
    enter('wrong');
    expect((await screen.findByRole('alert')).textContent).toMatch(/does not open the case.*keyboard layout/);
    expect(screen.getByLabelText('Passphrase')).toHaveProperty('value', '');
  });

  it('opens by the keychain where the case has one', async () => {
    const { asked } = await show({ unlock: () => ({ ok: true, value: null }) });
    expect(screen.queryByRole('button', { name: 'Unlock with the keychain' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Red robin' }));
    fireEvent.click(screen.getByRole('button', { name: 'Unlock with the keychain' }));
    await waitFor(() => expect(asked).toEqual([{ what: 'unlock', input: ['b', null] }]));
  });

  it('destroys a case only after it was said what that means', async () => {
    const { asked } = await show({ removeCase: () => ({ ok: true, value: null }) });
    fireEvent.click(screen.getByRole('button', { name: /Remove this case/ }));
    expect(asked).toEqual([]);
    expect(screen.getByText(/Nobody can bring them back/).textContent).toContain('Calm heron');
    fireEvent.click(screen.getByRole('button', { name: 'Destroy it' }));
    await waitFor(() => expect(asked).toEqual([{ what: 'removeCase', input: 'a' }]));
  });
});
