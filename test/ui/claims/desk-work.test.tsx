import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asSeenBy } from '#core/finding/as-seen-by.ts';
import { secondReadsOf } from '#core/finding/second-read.ts';
import { NO_FILTER } from '#core/queries/claim-filter.ts';
import { addCheck } from '#renderer/commands/add-check.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { ClaimsPane } from '#renderer/ui/features/claims/claims-pane.tsx';
import { DueDesk } from '#renderer/ui/features/due/due-desk.tsx';
import { ClaimInspector } from '#renderer/ui/features/finding/claim-inspector.tsx';
import { bridgeWorld, giveHeights } from '../../support/bridge-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

let restore: () => void;
beforeEach(() => {
  restore = giveHeights(600);
});
afterEach(() => {
  cleanup();
  restore();
});

const option = (words: RegExp) =>
  within(screen.getByRole('listbox', { name: 'Claims' })).getByRole('option', { name: words });

describe('several claims at once', () => {
  async function show() {
    const world = bridgeWorld();
    world.write([
      { entity: 'actor', entityId: 'founder', op: 'create', patch: { alias: 'Anna', initials: 'A' } },
    ]);
    resetStores(world.state);
    await renderUi(<ClaimsPane />, fakeWorkbench(world).workbench);
    return world;
  }
  const bar = (name: string) => within(screen.getByRole('toolbar', { name }));
  const pick = async (name: string) =>
    act(async () => fireEvent.click(await screen.findByRole('menuitem', { name })));

  it('are marked by keys alone, given a stage and an owner, and told so in the list', async () => {
    const world = await show();
    fireEvent.click(option(/C-02/));
    const list = screen.getByRole('listbox', { name: 'Claims' });
    fireEvent.keyDown(list, { code: 'ArrowDown', shiftKey: true });
    const two = bar('2 claims selected');
    fireEvent.click(two.getByRole('button', { name: 'Stage' }));
    await pick('waiting');
    expect([world.get('claim', 'cracked').stage, world.get('claim', 'precaution').stage]).toEqual([
      'waiting',
      'waiting',
    ]);
    fireEvent.click(two.getByRole('button', { name: 'Assign' }));
    await pick('Anna (you)');
    expect(world.get('claim', 'cracked').owner).toBe('Anna');
    expect(within(option(/C-02/)).getByRole('img', { name: 'stage: waiting, owner: Anna' })).toBeDefined();
    fireEvent.keyDown(list, { code: 'Escape' });
    expect(screen.queryByRole('toolbar')).toBeNull();
    fireEvent.keyDown(list, { code: 'KeyA', ctrlKey: true });
    expect(bar('4 claims selected')).toBeDefined();
  });

  it('are refused a stage that one of them cannot have: nothing changes', async () => {
    const world = await show();
    fireEvent.click(option(/C-02/));
    fireEvent.click(option(/C-03/), { ctrlKey: true });
    fireEvent.click(bar('2 claims selected').getByRole('button', { name: 'Stage' }));
    await pick('second read');
    expect(world.get('claim', 'cracked').stage).toBe('to do');
  });

  it('are filtered by stage and owner', async () => {
    const world = await show();
    world.run(setStage, { claimIds: ['cracked'], stage: 'ready' });
    act(() => {
      useCase.setState({ state: world.state });
      useView.setState(({ filter }) => ({ filter: { ...filter, stages: ['ready'], owners: [''] } }));
    });
    expect(screen.getByText('1 of 4 shown')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /^ready/ }));
    expect(screen.getByRole('button', { name: /^owned by nobody/ })).toBeDefined();
    expect(screen.queryByText('1 of 4 shown')).toBeNull();
  });
});

describe('kept filters', () => {
  it('keep the filter in use under a name and bring it back', async () => {
    const world = bridgeWorld();
    resetStores(world.state);
    await renderUi(<ClaimsPane />, fakeWorkbench(world).workbench);
    act(() => useView.setState(({ filter }) => ({ filter: { ...filter, tags: ['quotes'] } })));
    fireEvent.click(screen.getByRole('button', { name: 'Kept filters' }));
    const name = await screen.findByRole('textbox', { name: 'Name of the filter in use' });
    fireEvent.change(name, { target: { value: 'Quotations' } });
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Keep' })));
    expect([...world.state.filter.values()]).toMatchObject([{ name: 'Quotations' }]);
    act(() => useView.setState({ filter: NO_FILTER }));
    fireEvent.click(await screen.findByRole('button', { name: 'Quotations' }));
    expect(useView.getState().filter.tags).toEqual(['quotes']);
  });
});

describe('a second read', () => {
  async function show(actor: string) {
    const world = bridgeWorld();
    world.run(setFinding, { claimId: 'cracked', status: 'disputed', rationale: 'The first words.' });
    world.run(setStage, { claimIds: ['cracked'], stage: 'second read' });
    const context = { ...world.context, actor };
    const { workbench } = fakeWorkbench({
      get state() {
        return world.state;
      },
      context,
      write: (changes) => world.write(changes),
    });
    resetStores(asSeenBy(world.state, actor));
    useCase.setState({ actor });
    useView.setState({ claimId: 'cracked' });
    await renderUi(<ClaimInspector />, workbench);
    return world;
  }

  it('is made without sight of the first finding; then both are shown, with what differs', async () => {
    const world = await show('colleague');
    expect(screen.queryByText('The first words.')).toBeNull();
    expect(screen.queryByDisplayValue('The first words.')).toBeNull();
    const form = within(screen.getByRole('form', { name: 'Second read' }));
    fireEvent.click(form.getByRole('button', { name: 'Unverified' }));
    fireEvent.click(form.getByRole('button', { name: 'cannot be checked' }));
    fireEvent.change(form.getByRole('textbox', { name: 'Rationale' }), { target: { value: 'My words.' } });
    await act(async () => fireEvent.click(form.getByRole('button', { name: 'Record the second read' })));
    expect(secondReadsOf(world.get('claim', 'cracked'))).toMatchObject([
      { by: 'colleague', finding: { reason: 'cannot be checked', rationale: 'My words.' } },
    ]);
    await waitFor(() => expect(screen.getByText('My words.')).toBeDefined());
    expect(screen.getByText(/The second read differs/)).toBeDefined();
    expect(screen.getAllByText('The first words.').length).toBeGreaterThan(0);
  });

  it('is not asked of whoever made the finding', async () => {
    await show('founder');
    expect(screen.queryByRole('form', { name: 'Second read' })).toBeNull();
    expect(screen.getByDisplayValue('The first words.')).toBeDefined();
  });
});

describe('the due desk', () => {
  it('says that nothing is due', async () => {
    resetStores(bridgeWorld().state);
    await renderUi(<DueDesk />, fakeWorkbench(null).workbench);
    expect(screen.getByText('Nothing is due')).toBeDefined();
  });

  it('lists what has come and what comes later; a check is answered beside it', async () => {
    const world = bridgeWorld();
    const wait = { claimId: 'cracked', where: 'Registry', result: 'waiting until' } as const;
    const [past] = world.run(addCheck, { ...wait, until: '2015-03-02' });
    world.run(addCheck, { ...wait, where: 'Ministry', until: '2999-01-01' });
    resetStores(world.state);
    await renderUi(<DueDesk />, fakeWorkbench(world).workbench);
    const due = () => within(screen.getByRole('listbox', { name: 'Due' }));
    fireEvent.click(screen.getByRole('button', { name: 'Later 1' }));
    expect(due().getByRole('option', { name: /Ministry/ })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Due now 1' }));
    fireEvent.click(due().getByRole('option', { name: /Registry/ }));
    const [answer] = screen.getAllByRole('button', { name: 'What came of it' });
    if (!answer) throw new Error('No check can be answered.');
    fireEvent.click(answer);
    await act(async () => fireEvent.click(await screen.findByRole('menuitem', { name: 'nothing found' })));
    expect(world.state.check.get(past ?? '')).toMatchObject({ result: 'nothing found', until: null });
    expect(screen.getByText('Nothing is due')).toBeDefined();
  });
});
