import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORDS } from '#core/sharing/word-list.ts';
import { Button } from '#renderer/ui/components/button.tsx';
import {
  type ChosenPassphrase,
  NO_PASSPHRASE,
  PassphraseChoice,
} from '#renderer/ui/features/identity/passphrase-choice.tsx';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

beforeEach(() => resetStores());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Holder({ heard }: { heard(chosen: ChosenPassphrase): void }) {
  const [value, setValue] = useState(NO_PASSPHRASE);
  const [shown, setShown] = useState(true);
  const take = (chosen: ChosenPassphrase): void => {
    setValue(chosen);
    heard(chosen);
  };
  return (
    <>
      <p>Case of Deir Ezzor</p>
      {shown && <PassphraseChoice value={value} onChange={take} />}
      <Button onClick={() => setShown(!shown)}>Other way</Button>
      <Button disabled={!value.acceptable}>Save it</Button>
    </>
  );
}

async function show() {
  const heard: ChosenPassphrase[] = [];
  await renderUi(<Holder heard={(chosen) => heard.push(chosen)} />, fakeWorkbench(null).workbench);
  const last = () => heard.at(-1) ?? NO_PASSPHRASE;
  return { last };
}

const phrase = () => screen.getByLabelText('Passphrase in words').textContent ?? '';
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const mayBeUsed = (): boolean => !screen.getByRole<HTMLButtonElement>('button', { name: 'Save it' }).disabled;
const typeOwn = (): void => {
  fireEvent.click(screen.getByLabelText('Type my own'));
};

describe('a passphrase for a file', () => {
  it('is six random words at first, that may be used at once', async () => {
    const { last } = await show();
    expect(phrase().split(' ')).toHaveLength(6);
    for (const word of phrase().split(' ')) expect(WORDS).toContain(word);
    expect(last()).toMatchObject({ passphrase: phrase(), acceptable: true });
  });

  it('is another one when asked', async () => {
    const { last } = await show();
    const first = phrase();
    fireEvent.click(screen.getByRole('button', { name: 'Other words' }));
    expect(phrase()).not.toBe(first);
    expect(last().passphrase).toBe(phrase());
  });

  it('can be copied', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Copy the words' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Copied' })).toBeDefined());
    expect(writeText).toHaveBeenCalledWith(phrase());
  });

  it('is printed on a page that stands in the body by itself, and is gone from it afterwards', async () => {
    const print = vi.fn<() => void>(() => {
      const page = document.querySelector('[data-print]');
      expect(page?.parentElement).toBe(document.body);
      expect(page?.textContent).toContain(phrase());
      expect(page?.textContent).not.toContain('Deir Ezzor');
    });
    vi.stubGlobal('print', print);
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Print…' }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    fireEvent(window, new Event('afterprint'));
    await waitFor(() => expect(document.querySelector('[data-print]')).toBeNull());
  });

  it('is printed again where the system never said that it was done', async () => {
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Print…' }));
    fireEvent.click(screen.getByRole('button', { name: 'Print…' }));
    await waitFor(() => expect(print).toHaveBeenCalledTimes(2));
    expect(document.querySelectorAll('[data-print]')).toHaveLength(1);
  });

  it('of the person’s own is taken when it is strong and typed twice alike', async () => {
    const { last } = await show();
    typeOwn();
    expect(mayBeUsed()).toBe(false);
    type('Your passphrase', 'gravel ointment tidbit uncork palm');
    expect(await screen.findByText(/^Strong\./)).toBeDefined();
    expect(mayBeUsed()).toBe(false);
    type('The same, again', 'gravel ointment');
    expect(screen.queryByText('The two passphrases are not the same.')).toBeNull();
    type('The same, again', 'gravel oinkment');
    expect(screen.getByText('The two passphrases are not the same.')).toBeDefined();
    type('The same, again', 'gravel ointment tidbit uncork palm');
    await waitFor(() => expect(mayBeUsed()).toBe(true));
    expect(last().passphrase).toBe('gravel ointment tidbit uncork palm');
  });

  it('that is weak says how soon it is guessed, and is refused unless the person insists', async () => {
    const { last } = await show();
    typeOwn();
    type('Your passphrase', 'damascus2014');
    type('The same, again', 'damascus2014');
    expect(await screen.findByText(/^Too weak\. Somebody who takes the file guesses it/)).toBeDefined();
    expect(mayBeUsed()).toBe(false);
    fireEvent.click(screen.getByRole('checkbox'));
    await waitFor(() => expect(mayBeUsed()).toBe(true));
    expect(last()).toMatchObject({ passphrase: 'damascus2014', acceptable: true });
    type('Your passphrase', 'damascus2015');
    await waitFor(() => expect(mayBeUsed()).toBe(false));
    type('The same, again', 'damascus2015');
    expect(await screen.findByText(/^Too weak\./)).toBeDefined();
    expect(mayBeUsed()).toBe(false);
  });

  it('is the same random words when the person comes back to them: they may stand on paper already', async () => {
    const { last } = await show();
    const first = phrase();
    typeOwn();
    expect(last()).toMatchObject({ passphrase: '', acceptable: false });
    type('Your passphrase', 'gravel ointment tidbit uncork palm');
    fireEvent.click(screen.getByLabelText('Six random words'));
    await waitFor(() => expect(mayBeUsed()).toBe(true));
    expect(phrase()).toBe(first);
    expect(last().passphrase).toBe(first);
  });

  it('is asked for anew, and never shown, when the choice went out of view while one was typed', async () => {
    const { last } = await show();
    const first = phrase();
    typeOwn();
    type('Your passphrase', 'gravel ointment tidbit uncork palm');
    const toggle = screen.getByRole('button', { name: 'Other way' });
    fireEvent.click(toggle);
    fireEvent.click(toggle);
    await waitFor(() => expect(last()).toMatchObject({ passphrase: '', acceptable: false }));
    expect(screen.queryByText(/gravel/)).toBeNull();
    fireEvent.click(screen.getByLabelText('Six random words'));
    expect(phrase()).toBe(first);
  });
});
