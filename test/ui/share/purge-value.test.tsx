import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planPurge } from '#core/merge/plan-purge.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import { historyOfCase } from '#core/queries/history.ts';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useMessages } from '#renderer/state/messages-store.ts';
import { useScreens } from '#renderer/state/screens-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { HistoryDesk } from '#renderer/ui/features/history/history-desk.tsx';
import { PurgeScreen } from '#renderer/ui/features/share/purge-screen.tsx';
import { BRIDGE, bridgeWorld, giveHeights } from '../../support/bridge-world.ts';
import { fakeWorkbench, renderUi, resetStores } from '../../support/render-ui.tsx';

let restore: () => void;
beforeEach(() => {
  restore = giveHeights(900);
});
afterEach(() => {
  cleanup();
  restore();
});

const done = <T,>(value: T) => ({ ok: true, value });
const press = (name: string | RegExp) =>
  act(async () => fireEvent.click(screen.getByRole('button', { name })));
const shown = () => useScreens.getState().screen;

/** A claim that named somebody once, and names nobody now; elsewhere the same words still stand. */
function world() {
  const made = bridgeWorld();
  made.run(editClaim, { claimId: 'closed', fields: { gloss: 'Planted Name' } });
  made.run(editClaim, { claimId: 'closed', fields: { gloss: 'a source' } });
  made.run(editClaim, { claimId: 'open', fields: { gloss: 'as Planted Name said' } });
  const { workbench, asked } = fakeWorkbench(made, {
    history: () => done(historyOfCase(made.entries)),
    planPurge: (what: ToPurge) => done(planPurge(made.entries, made.state, what, () => 'purge')),
    purge: () => done({ left: ['/media/stick'] }),
  });
  resetStores(made.state);
  return { workbench, asked };
}

/** Purges as the screen that is shown asks for it. */
async function purgeScreen({ workbench }: ReturnType<typeof world>) {
  const now = shown();
  if (now.kind !== 'purge') throw new Error(`The screen is ${now.kind}.`);
  cleanup();
  await renderUi(<PurgeScreen screen={now} />, workbench);
  await screen.findByText(/What was sent cannot be recalled/);
}

const CLAIM = { kind: 'value', entity: 'claim', id: 'closed', field: 'gloss' } as const;

describe('a value in the history', () => {
  it('leads to purging it: the one that stands there, or earlier ones alone', async () => {
    const { workbench } = world();
    await renderUi(<HistoryDesk />, workbench);
    const steps = await screen.findAllByRole('button', { name: /C-01: translation decision/ });
    for (const step of steps) await act(async () => fireEvent.click(step));
    const doors = screen.getAllByRole('button', {
      name: 'Purge “translation decision” of claim C-01 for good…',
    });
    const asks: unknown[] = [];
    for (const door of doors) {
      await act(async () => fireEvent.click(door));
      asks.push(shown());
    }
    const values = new Set(asks.map((one) => JSON.stringify(one)));
    expect(values).toEqual(
      new Set(
        [true, false].map((onlyEarlier) =>
          JSON.stringify({ kind: 'purge', asked: { ...CLAIM, onlyEarlier } }),
        ),
      ),
    );
  });

  it('offers no purge of a reference, or of what holds items together', async () => {
    const { workbench } = world();
    await renderUi(<HistoryDesk />, workbench);
    const [step] = await screen.findAllByRole('button', { name: /Added.*claim C-02/ });
    if (!step) throw new Error('C-02 is not in the history.');
    await act(async () => fireEvent.click(step));
    expect(screen.getByRole('button', { name: 'Purge claim C-02 for good…' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Purge “statement”/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Purge “(reference|words of the article)”/ })).toBeNull();
  });
});

describe('the screen that purges a value', () => {
  it('keeps what stands there now when only earlier values go, and says in whose name', async () => {
    const made = world();
    useScreens.setState({ screen: { kind: 'purge', asked: { ...CLAIM, onlyEarlier: true } } });
    await purgeScreen(made);
    expect(screen.getByRole('radio', { name: /written again in your name: “a source”/ })).toHaveProperty(
      'checked',
      true,
    );
    await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /I understand/ })));
    await press('Purge for good');
    expect(made.asked.findLast(({ what }) => what === 'purge')?.input).toEqual({
      ...CLAIM,
      onlyEarlier: true,
    });
  });

  it('says afterwards in which folders snapshots still hold it', async () => {
    const made = world();
    for (const [on, words] of [
      [true, /is not there still hold it: \/media\/stick. They go when/],
      [false, /is not there still hold it: \/media\/stick.*remove them there yourself/],
    ] as const) {
      const how = { folder: '/media/stick', earlier: [], by: 'keys', evidence: false } as const;
      useSnapshots.setState({ kept: { ...how, on, last: null, failed: null } });
      useScreens.setState({ screen: { kind: 'purge', asked: { ...CLAIM, onlyEarlier: true } } });
      await purgeScreen(made);
      await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /I understand/ })));
      await press('Purge for good');
      const said = useMessages.getState().messages.findLast(({ kind }) => kind === 'error')?.text;
      expect(said).toMatch(words);
    }
  });

  it('asks anew whether it is understood when the choice changes', async () => {
    const made = world();
    useScreens.setState({ screen: { kind: 'purge', asked: { ...CLAIM, onlyEarlier: true } } });
    await purgeScreen(made);
    await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /I understand/ })));
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: /^All of it/ })));
    const box = await screen.findByRole('checkbox', { name: /I understand/ });
    expect(box).toHaveProperty('checked', false);
    expect(made.asked.findLast(({ what }) => what === 'planPurge')?.input).toMatchObject({
      onlyEarlier: false,
    });
  });

  it('leads to other places where the words stand, and back', async () => {
    const made = world();
    const first = { kind: 'purge', asked: { ...CLAIM, onlyEarlier: true } } as const;
    useScreens.setState({ screen: first });
    await purgeScreen(made);
    await press('Purge this first: translation decision of claim C-04');
    expect(shown()).toEqual({
      kind: 'purge',
      asked: { ...CLAIM, id: 'open', onlyEarlier: false },
      back: first,
    });
    await purgeScreen(made);
    await press('Cancel');
    await waitFor(() => expect(shown()).toEqual(first));
  });

  it('says how often the words stand in an article, and leads to purging the article', async () => {
    const made = world();
    const asked = { kind: 'person', partyId: 'mara' } as const;
    useCase.setState({ texts: new Map([['doc', BRIDGE]]) });
    useScreens.setState({ screen: { kind: 'purge', asked } });
    await purgeScreen(made);
    expect(screen.getByText(/^1 place in the text of article D-1, which goes only with/)).toBeTruthy();
    await press('Purge article D-1 for good…');
    expect(shown()).toEqual({
      kind: 'purge',
      asked: { kind: 'item', entity: 'document', id: 'doc' },
      back: { kind: 'purge', asked },
    });
    await purgeScreen(made);
    expect(screen.getByRole('heading', { name: 'Purge article D-1 for good' })).toBeTruthy();
    expect(screen.queryByText(/in the text of/)).toBeNull();
  });
});
