import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepSealedRecord } from '#renderer/commands/keep-sealed-record.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { flushDrafts } from '#renderer/state/drafts.ts';
import { useView } from '#renderer/state/view-store.ts';
import { PeopleDesk } from '#renderer/ui/features/people/people-desk.tsx';
import { bridgeWorld, giveHeights } from '../../support/bridge-world.ts';
import { first } from '../../support/case-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

let restore: () => void;
beforeEach(() => {
  restore = giveHeights(600);
});
afterEach(() => {
  cleanup();
  restore();
});

async function show(
  partyId: string | null = 'mara',
  answers: { readonly [method: string]: (...input: never[]) => unknown } = {},
) {
  const world = bridgeWorld();
  resetStores(world.state);
  useView.setState({ partyId });
  await renderUi(<PeopleDesk />, fakeWorkbench(world, answers).workbench);
  return { world, mara: () => world.get('party', 'mara') };
}

const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));
const flush = () => act(() => flushDrafts());
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

describe('the desk of people', () => {
  it('shows what somebody said, and leads there', async () => {
    await show();
    const says = within(screen.getByRole('region', { name: /^Says/ }));
    fireEvent.click(says.getByRole('button', { name: /^C-01/ }));
    expect(useView.getState()).toMatchObject({ desk: 'claims', claimId: 'closed' });
  });

  it('gives one of our sources a code name from the first moment, and protects them', async () => {
    const { world } = await show(null);
    await press('Add one of our sources');
    await press('Add one of our sources');
    const [, a, b] = [...world.state.party.values()];
    expect(a).toMatchObject({ codeName: 'Source A', names: [], parts: ['our source'], safety: 'protected' });
    expect(b).toMatchObject({ codeName: 'Source B' });
    expect(screen.getByText(/nowhere but in the sealed record/)).toBeDefined();
  });

  it('hides every name of somebody who becomes our source', async () => {
    const { mara } = await show();
    await press('our source');
    expect(mara()).toMatchObject({ codeName: 'Source A', safety: 'protected' });
    expect(screen.queryByDisplayValue('Mara Lind')).toBeNull();
    expect(document.body.textContent).not.toContain('Mara Lind');
    await press('Show them');
    expect(screen.getByDisplayValue('Mara Lind')).toBeDefined();
  });

  it('keeps a name that was emptied until there is another', async () => {
    const { mara } = await show();
    const field = screen.getByRole('textbox', { name: 'Name' });
    type(field, '');
    await flush();
    expect(mara().names).toMatchObject([{ text: 'Mara Lind' }]);
    type(field, 'Mara Linde');
    await flush();
    expect(mara().names).toMatchObject([{ text: 'Mara Linde', script: 'latin', kind: 'name' }]);
  });

  it('adds a spelling in another script', async () => {
    const { mara } = await show();
    await press('+ Another name, spelling or script');
    const field = screen.getByRole('textbox', { name: 'Another name, spelling or script' });
    type(field, 'مارا ليند');
    await act(async () => fireEvent.blur(field));
    expect(mara().names.at(-1)).toEqual({ text: 'مارا ليند', script: 'arabic', kind: 'variant' });
  });

  it('is found by any name and filtered by part', async () => {
    await show();
    const list = () => screen.queryAllByRole('option').map((row) => row.textContent);
    type(screen.getByRole('searchbox', { name: 'Filter people' }), 'lind');
    expect(first(list())).toContain('Mara Lind');
    fireEvent.click(screen.getByRole('button', { name: 'Our sources 0' }));
    expect(screen.getByText('Nobody fits this filter')).toBeDefined();
  });

  it('shows a sealed record only to its passphrase, and no longer than this person is in view', async () => {
    const sealed = { kdf: 'argon2id13' as const, opslimit: 1, memlimit: 1, salt: 's', nonce: 'n', box: 'b' };
    const { world } = await show('mara', {
      openSource: (_sealed: unknown, passphrase: string) =>
        passphrase === 'heron'
          ? { ok: true, value: { name: 'Layla Haddad', contact: '+49 30 0', note: '' } }
          : { ok: false, code: 'wrong-record-passphrase' },
    });
    await press('our source');
    await act(async () => {
      world.run(keepSealedRecord, { partyId: 'mara', record: { id: 'one', ...sealed } });
      useCase.setState({ state: world.state });
    });
    const passphrase = () => screen.getByLabelText('Passphrase of this record');
    await press('Open…');
    type(passphrase(), 'guess');
    await press('Open');
    expect(screen.getByText(/does not open the sealed record/)).toBeDefined();
    expect(screen.queryByText('Layla Haddad')).toBeNull();
    type(passphrase(), 'heron');
    await press('Open');
    expect(screen.getByText('Layla Haddad')).toBeDefined();
    await act(async () => useView.setState({ partyId: null }));
    await act(async () => useView.setState({ partyId: 'mara' }));
    expect(screen.queryByText('Layla Haddad')).toBeNull();
    expect(JSON.stringify([useCase.getState(), useView.getState()])).not.toContain('Layla Haddad');
  });
});
