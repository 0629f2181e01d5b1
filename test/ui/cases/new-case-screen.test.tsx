import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useMessages } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, type Screen, useScreens } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { NewCaseScreen } from '#renderer/ui/features/cases/new-case-screen.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const GOOD = 'four words long here';
const IMPORT: Screen = { kind: 'import', article: null };

beforeEach(() => resetStores());
afterEach(cleanup);

const fill = (label: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

async function show(answer: unknown = { ok: true, value: { caseId: 'new' } }) {
  const { workbench, asked } = fakeWorkbench(null, {
    createCase: () => answer,
    makeSampleMine: () => answer,
  });
  await renderUi(<NewCaseScreen fromSample={false} next={IMPORT} />, workbench);
  return asked;
}

const create = (): void => {
  fireEvent.submit(screen.getByRole('form', { name: 'A new case' }));
};

describe('a new case', () => {
  it('is asked for on one screen that says what a lost passphrase means', async () => {
    await show();
    expect(screen.getByText(/Lost passphrase, lost case/)).toBeDefined();
  });

  it('is made with alias and passphrase, and goes on to its first article', async () => {
    const asked = await show();
    fill(/Title of the case/, 'River');
    fill(/Your alias/, 'Rana');
    fill('Passphrase', GOOD);
    fill('Passphrase, again', GOOD);
    create();
    await waitFor(() => expect(useScreens.getState().screen).toEqual(IMPORT));
    expect(asked).toEqual([
      { what: 'createCase', input: { title: 'River', alias: 'Rana', passphrase: GOOD, keychain: false } },
    ]);
  });

  it.each([
    ['', 'Rana', GOOD, GOOD, 'A title is needed.'],
    ['River', ' ', GOOD, GOOD, 'A name is needed.'],
    ['River', 'Rana', 'short', 'short', /at least 8 characters/],
    ['River', 'Rana', GOOD, `${GOOD}!`, 'The two passphrases are not the same.'],
  ])('is not made from %j, %j, %j, %j', async (title, alias, passphrase, again, words) => {
    const asked = await show();
    fill(/Title of the case/, title);
    fill(/Your alias/, alias);
    fill('Passphrase', passphrase);
    fill('Passphrase, again', again);
    create();
    expect(screen.getByText(words)).toBeDefined();
    expect(asked).toEqual([]);
  });

  it('may do without a passphrase only where the keychain opens it', async () => {
    const asked = await show();
    fill(/Title of the case/, 'River');
    fill(/Your alias/, 'Rana');
    fireEvent.click(screen.getByRole('checkbox'));
    expect(screen.getByText(/whoever can sign in/)).toBeDefined();
    create();
    await waitFor(() => expect(asked[0]?.input).toMatchObject({ passphrase: null, keychain: true }));
  });

  it('offers no keychain where the computer has none', async () => {
    useSession.setState({ keychainAvailable: false });
    await show();
    expect(screen.getByRole('checkbox')).toHaveProperty('disabled', true);
  });

  it('stays on the screen and says why when it cannot be made', async () => {
    useScreens.setState({ screen: { kind: 'new-case', fromSample: false, next: NO_SCREEN } });
    await show({ ok: false, code: 'disk-full' });
    fill(/Title of the case/, 'River');
    fill(/Your alias/, 'Rana');
    fill('Passphrase', GOOD);
    fill('Passphrase, again', GOOD);
    create();
    await waitFor(() => expect(useMessages.getState().messages[0]?.text).toMatch(/disk is full/));
    expect(useScreens.getState().screen.kind).toBe('new-case');
  });
});
