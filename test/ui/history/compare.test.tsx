import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differencesSeenBy } from '#core/finding/as-seen-by.ts';
import { compareMoments } from '#core/queries/compare-moments.ts';
import { historyOfCase } from '#core/queries/history.ts';
import { setFinding } from '#renderer/commands/set-finding.ts';
import { setStage } from '#renderer/commands/set-stage.ts';
import { HistoryDesk } from '#renderer/ui/features/history/history-desk.tsx';
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

function worldWithFinding() {
  const world = bridgeWorld();
  const before = world.entries.at(-1)?.header.batch ?? null;
  world.run(setFinding, { claimId: 'cracked', status: 'disputed', rationale: 'Two people differ.' });
  return { world, before, after: world.entries.at(-1)?.header.batch ?? null };
}

describe('two moments of the history', () => {
  it('are picked in the list, and what differs is said claim by claim', async () => {
    const { world } = worldWithFinding();
    resetStores(world.state);
    const { workbench } = fakeWorkbench(world, {
      history: () => ({ ok: true, value: historyOfCase(world.entries) }),
      compareMoments: (one: string, other: string, claimId: string | null) => ({
        ok: true,
        value: compareMoments(world.entries, one, other, claimId),
      }),
    });
    await renderUi(<HistoryDesk />, workbench);
    const picks = await screen.findAllByRole('button', { name: 'Compare this moment' });
    const [, second] = picks;
    if (!second) throw new Error('There is one moment alone.');
    fireEvent.click(second);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'With now' })));
    await waitFor(() => expect(screen.getByText('1 claim differs')).toBeDefined());
    expect(screen.getByText('Two people differ.')).toBeDefined();
    expect(screen.getByText('Disputed, sources disagree')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Back to the history' }));
    expect(screen.queryByText('1 claim differs')).toBeNull();
  });

  it('tell nothing of a finding that is kept from whoever looks', () => {
    const { world, before, after } = worldWithFinding();
    world.run(setStage, { claimIds: ['cracked'], stage: 'second read' });
    const differences = compareMoments(world.entries, before, after, null);
    expect(differences).toHaveLength(1);
    expect(differencesSeenBy(differences, world.state, 'founder')).toEqual(differences);
    expect(differencesSeenBy(differences, world.state, 'colleague')).toEqual([]);
  });
});
