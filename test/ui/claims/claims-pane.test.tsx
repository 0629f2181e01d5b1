import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { skipClaim } from '#renderer/commands/skip-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useView } from '#renderer/state/view-store.ts';
import { ClaimsPane } from '#renderer/ui/features/claims/claims-pane.tsx';
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

async function show() {
  const world = bridgeWorld();
  world.run(setFinding, { claimId: 'cracked', status: 'disputed', rationale: 'Two people differ.' });
  world.run(skipClaim, { claimId: 'open', reason: 'prediction' });
  resetStores(world.state);
  const { workbench, asked } = fakeWorkbench(world);
  await renderUi(<ClaimsPane />, workbench);
  return { world, asked };
}

const list = () => within(screen.getByRole('listbox', { name: 'Claims' }));
const refs = () =>
  list()
    .getAllByRole('option')
    .map((row) => row.getAttribute('data-claim-row'));
const option = (words: RegExp) => list().getByRole('option', { name: words });

describe('the list of claims', () => {
  it('says the status of each in words, who speaks, and what accuses', async () => {
    await show();
    expect(refs()).toEqual(['C-01', 'C-02', 'C-03', 'C-04']);
    const cracked = within(option(/C-02/));
    expect(cracked.getByRole('img', { name: 'Disputed, sources disagree' })).toBeDefined();
    expect(cracked.getByRole('img', { name: 'accuses a named person' })).toBeDefined();
    expect(within(option(/C-01/)).getByText('Mara Lind')).toBeDefined();
    expect(within(option(/C-01/)).getByRole('img', { name: 'Unverified, not started' })).toBeDefined();
  });

  it('tells two claims apart that people with the same initials gave one reference', async () => {
    const { world } = await show();
    expect(screen.queryByText(/^C-0\d·/u)).toBeNull();
    world.write([{ entity: 'claim', entityId: 'open', op: 'update', patch: { ref: 'C-02' } }]);
    act(() => useCase.setState({ state: world.state }));
    expect(screen.getByText('C-02·OPEN')).toBeDefined();
    expect(screen.getByText('C-02·CKED')).toBeDefined();
  });

  it('counts by status and filters by each count', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Disputed 1' }));
    expect(refs()).toEqual(['C-02']);
    expect(screen.getByText('1 of 4 shown')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'All 4' }));
    expect(refs()).toHaveLength(4);
    fireEvent.click(screen.getByRole('button', { name: 'Must, unfinished 1' }));
    expect(refs()).toEqual(['C-01']);
  });

  it('shows each part of the filter, to be taken away by itself', async () => {
    await show();
    act(() => {
      const { filter } = useView.getState();
      useView.setState({ filter: { ...filter, tags: ['quotes'], skipped: 'hide' } });
    });
    expect(refs()).toEqual(['C-03']);
    fireEvent.click(screen.getByRole('button', { name: /^quotes/ }));
    expect(refs()).toEqual(['C-01', 'C-02', 'C-03']);
    fireEvent.click(screen.getByRole('button', { name: /^without skipped/ }));
    expect(refs()).toHaveLength(4);
  });

  it('says so when nothing fits', async () => {
    await show();
    act(() => useView.setState(({ filter }) => ({ filter: { ...filter, text: 'submarine' } })));
    expect(screen.queryByRole('listbox', { name: 'Claims' })).toBeNull();
    expect(screen.getByText('No claim fits this filter')).toBeDefined();
  });

  it('gives several claims a priority at once', async () => {
    const { world } = await show();
    fireEvent.click(option(/C-02/));
    fireEvent.click(option(/C-03/), { shiftKey: true });
    const bar = within(screen.getByRole('toolbar', { name: '2 claims selected' }));
    await act(async () => fireEvent.click(bar.getByRole('button', { name: 'could' })));
    expect(world.get('claim', 'cracked').priority).toBe('could');
    expect(world.get('claim', 'precaution').priority).toBe('could');
    expect(world.get('claim', 'closed').priority).toBe('must');
  });

  it('says what to do while there is no claim', async () => {
    resetStores();
    await renderUi(<ClaimsPane />, fakeWorkbench(null).workbench);
    expect(screen.getByText('No claims yet')).toBeDefined();
    expect(screen.getByText('Select words in the article and press N.')).toBeDefined();
  });
});
