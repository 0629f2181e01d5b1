import { cleanup, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Colleague } from '#core/sharing/colleague.ts';
import { UNKNOWN_IDENTITY, useIdentity } from '#renderer/state/identity-store.ts';
import { NO_SCREEN, showScreen, useScreens } from '#renderer/state/screens-store.ts';
import { IdentityScreen } from '#renderer/ui/features/identity/identity-screen.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const WORDS = 'anthill cache chaffing pope alkalize freezing';
const SECRET = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
const OWN = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg';
const SIGNING = `${'A'.repeat(43)}=`;
const PASSPHRASE = 'four words long here';
const done = { ok: true, value: null };
const nour: Colleague = {
  name: 'Nour',
  recipient: KEY,
  signingKey: SIGNING,
  added: '2026-01-02T03:04:05.000Z',
};

beforeEach(() => {
  resetStores();
  useIdentity.setState(UNKNOWN_IDENTITY);
  showScreen({ kind: 'identity' });
});
afterEach(cleanup);

async function show(
  identity: Partial<typeof UNKNOWN_IDENTITY>,
  answers: Parameters<typeof fakeWorkbench>[1] = {},
) {
  useIdentity.setState(identity);
  const { workbench, asked } = fakeWorkbench(null, { showIdentity: () => done, ...answers });
  await renderUi(<IdentityScreen />, workbench);
  return () => asked.filter(({ what }) => what !== 'showIdentity');
}
const open = (colleagues: readonly Colleague[] = []) =>
  ({
    state: 'open',
    passphrase: true,
    self: { alias: 'Ana', recipient: OWN, signingKey: SIGNING },
    colleagues,
  }) as const;

const type = (label: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const send = (name: string): void => {
  fireEvent.submit(screen.getByRole('form', { name }));
};

describe('a first key', () => {
  it('is made with alias and passphrase', async () => {
    const asked = await show({ state: 'none' }, { createIdentity: () => done });
    type(/Your alias/, 'Ana');
    type('Passphrase of your key', PASSPHRASE);
    type('The same, again', PASSPHRASE);
    send('Make my key');
    await waitFor(() =>
      expect(asked()).toEqual([
        { what: 'createIdentity', input: { alias: 'Ana', passphrase: PASSPHRASE, keychain: false } },
      ]),
    );
  });

  it.each([
    ['', PASSPHRASE, PASSPHRASE, 'A name is needed.'],
    ['Ana', 'short', 'short', /at least 8 characters/],
    ['Ana', PASSPHRASE, 'another one here', 'The two passphrases are not the same.'],
  ])('is not made from %j, %j, %j', async (alias, passphrase, again, words) => {
    const asked = await show({ state: 'none' });
    type(/Your alias/, alias);
    type('Passphrase of your key', passphrase);
    type('The same, again', again);
    send('Make my key');
    expect(screen.getByText(words)).toBeDefined();
    expect(asked()).toEqual([]);
  });

  it('may be left to the keychain alone', async () => {
    const asked = await show({ state: 'none' }, { createIdentity: () => done });
    type(/Your alias/, 'Ana');
    fireEvent.click(screen.getByRole('checkbox'));
    expect(screen.getByText(/whoever can sign in/)).toBeDefined();
    send('Make my key');
    await waitFor(() => expect(asked()[0]?.input).toMatchObject({ passphrase: null, keychain: true }));
  });

  it('can be one that comes from a backup', async () => {
    const asked = await show(
      { state: 'none' },
      {
        pickIdentityBackup: () => ({ ok: true, value: { path: '/usb/Ana.age' } }),
        restoreIdentity: () => done,
      },
    );
    press('I have a backup of my key');
    press('Choose the backup…');
    expect(await screen.findByText('Ana.age')).toBeDefined();
    type('Passphrase of the backup', 'six words');
    send('Restore your key');
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[1]?.input).toEqual({
      path: '/usb/Ana.age',
      backupPassphrase: 'six words',
      passphrase: 'six words',
      keychain: false,
      replace: false,
    });
  });
});

describe('a locked key', () => {
  it('opens by its passphrase, and says when that is wrong', async () => {
    const asked = await show(
      { state: 'locked', passphrase: true },
      { unlockIdentity: () => ({ ok: false, code: 'wrong-passphrase' }) },
    );
    type('Passphrase of your key', 'wrong');
    send('Unlock');
    expect(await screen.findByText(/This passphrase does not open it/)).toBeDefined();
    expect(asked()).toEqual([{ what: 'unlockIdentity', input: 'wrong' }]);
  });

  it('that nobody can open is destroyed only after a plain warning', async () => {
    const asked = await show({ state: 'locked', passphrase: true }, { destroyIdentity: () => done });
    press('Start afresh…');
    expect(screen.getByText(/or never again/)).toBeDefined();
    expect(asked()).toEqual([]);
    press('Destroy my key');
    expect(asked()).toEqual([{ what: 'destroyIdentity', input: undefined }]);
  });

  it('that is damaged offers its backup or a new one', async () => {
    await show({ state: 'damaged' });
    expect(screen.getByText(/is damaged and cannot be opened/)).toBeDefined();
    press('Restore from a backup…');
    expect(screen.getByText(/will be replaced/)).toBeDefined();
  });
});

describe('one’s own key', () => {
  it('is shown as text, as a QR code and in words', async () => {
    await show({ ...open(), self: { alias: 'Ana', recipient: KEY, signingKey: SIGNING } });
    expect(screen.getByText(KEY)).toBeDefined();
    expect(screen.getByText(WORDS)).toBeDefined();
    const code = screen.getByRole('img', { name: 'QR code of your public key' });
    expect(code.querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(1000);
  });

  it('is backed up under the words shown', async () => {
    const asked = await show(open(), {
      backupIdentity: () => ({ ok: true, value: { path: '/usb/Ana.age' } }),
    });
    press('Back up my key…');
    const phrase = screen.getByLabelText('Passphrase in words').textContent;
    await waitFor(() => send('Back up your key'));
    await waitFor(() => expect(asked()).toEqual([{ what: 'backupIdentity', input: phrase }]));
    await waitFor(() => expect(screen.queryByLabelText('Passphrase in words')).toBeNull());
  });

  it('keeps the words in view when the person chose no place for the backup', async () => {
    const asked = await show(open(), { backupIdentity: () => ({ ok: true, value: { path: null } }) });
    press('Back up my key…');
    send('Back up your key');
    await waitFor(() => expect(asked()).toHaveLength(1));
    expect(screen.getByLabelText('Passphrase in words')).toBeDefined();
  });

  it('gets another alias, and says why not', async () => {
    const asked = await show(open(), { changeAlias: () => ({ ok: false, code: 'name-empty' }) });
    press('Rename Ana');
    type('Your alias', ' ');
    send('Rename Ana');
    expect(await screen.findByText('A name is needed.')).toBeDefined();
    expect(asked()).toEqual([{ what: 'changeAlias', input: ' ' }]);
  });

  it('leaves the screen by its button', async () => {
    await show(open());
    press('Close');
    expect(useScreens.getState().screen).toEqual(NO_SCREEN);
  });
});

describe('a colleague', () => {
  it('is added by a pasted key, whose words are shown before', async () => {
    const asked = await show(open(), { addColleague: () => done });
    press('Add by key…');
    type('Name', 'Nour');
    type('Their public key', ` ${KEY}\n`);
    expect(screen.getByText(WORDS)).toBeDefined();
    send('Add a colleague');
    await waitFor(() =>
      expect(asked()).toEqual([
        { what: 'addColleague', input: { name: 'Nour', recipient: KEY, signingKey: null } },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('form', { name: 'Add a colleague' })).toBeNull());
  });

  it.each([
    ['typed', (field: HTMLElement) => fireEvent.change(field, { target: { value: `x ${SECRET}` } })],
    [
      'pasted',
      (field: HTMLElement) => {
        const paste = createEvent.paste(field, { clipboardData: { getData: () => SECRET } });
        fireEvent(field, paste);
        expect(paste.defaultPrevented).toBe(true);
      },
    ],
  ])(
    'is not added by a secret key: %s, it is refused, said to be secret, and not kept',
    async (_how, give) => {
      const asked = await show(open());
      press('Add by key…');
      const field = screen.getByLabelText<HTMLTextAreaElement>('Their public key');
      give(field);
      expect(screen.getByRole('alert').textContent).toContain('This is a secret key. It was not kept here.');
      expect(field.value).toBe('');
      expect(document.body.innerHTML).not.toContain('SECRET-KEY-1');
      expect(asked()).toEqual([]);
    },
  );

  it('is not added by what is no key', async () => {
    const asked = await show(open());
    press('Add by key…');
    type('Their public key', 'age1hello');
    send('Add a colleague');
    expect(screen.getByRole('alert').textContent).toContain('no public key that can be read');
    expect(asked()).toEqual([]);
  });

  it.each([
    ['key-own', /your own key/],
    ['colleague-known', /in your list already/],
    ['name-taken', /has this name already/],
    ['name-empty', /A name is needed/],
  ])('is not added where the vault says %s', async (code, words) => {
    await show(open(), { addColleague: () => ({ ok: false, code }) });
    press('Add by key…');
    type('Their public key', KEY);
    send('Add a colleague');
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
  });

  it('is added from a card, with both fingerprints and a name that can be changed', async () => {
    const { name, recipient, signingKey } = nour;
    const asked = await show(open(), {
      openCard: () => ({ ok: true, value: { name, recipient, signingKey } }),
      addColleague: () => done,
    });
    press('Open a card…');
    const form = within(await screen.findByRole('form', { name: 'Add a colleague' }));
    expect(form.getByLabelText<HTMLTextAreaElement>('Their public key').readOnly).toBe(true);
    expect(form.getByText('Signature in words')).toBeDefined();
    type('Name', 'Nour from the desk');
    send('Add a colleague');
    await waitFor(() =>
      expect(asked()[1]?.input).toEqual({ name: 'Nour from the desk', recipient, signingKey }),
    );
  });

  it('stands in the list with the words of the key, and is removed after a question', async () => {
    const asked = await show(open([nour]), { removeColleague: () => done });
    const item = within(screen.getByRole('listitem'));
    expect(item.getByText(WORDS)).toBeDefined();
    press('Remove Nour');
    expect(item.getByText(/stay open to them/)).toBeDefined();
    fireEvent.click(item.getAllByRole('button', { name: 'Remove' }).at(-1) ?? document.body);
    expect(asked()).toEqual([{ what: 'removeColleague', input: KEY }]);
  });

  it('is renamed in the list', async () => {
    const asked = await show(open([nour]), { renameColleague: () => done });
    press('Rename Nour');
    type('Name', 'Nour B.');
    send('Rename Nour');
    await waitFor(() => expect(asked()).toEqual([{ what: 'renameColleague', input: [KEY, 'Nour B.'] }]));
  });
});
