import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editClaim } from '#renderer/commands/edit-claim.ts';
import { useView } from '#renderer/state/view-store.ts';
import { TimelineDesk } from '#renderer/ui/features/timeline/timeline-desk.tsx';
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

const date = (edtf: string, calendar: 'gregorian' | 'hijri' = 'gregorian') => ({
  edtf,
  calendar,
  note: null,
});

async function show(dated: Readonly<Record<string, ReturnType<typeof date>[]>>) {
  const world = bridgeWorld();
  for (const [claimId, dates] of Object.entries(dated)) world.run(editClaim, { claimId, fields: { dates } });
  resetStores(world.state);
  await renderUi(<TimelineDesk />, fakeWorkbench(world).workbench);
}

const list = () => screen.getByRole('listbox', { name: 'Timeline' });
const lines = () =>
  within(list())
    .getAllByRole('option')
    .map((row) => row.textContent ?? '');

describe('the timeline desk', () => {
  it('says so while nothing is dated, and lists what is not on the line', async () => {
    await show({});
    expect(screen.getByText('Nothing is dated yet')).toBeDefined();
    expect(screen.getByRole('button', { name: /0 without a year, 4 without a date/ })).toBeDefined();
  });

  it('lists dates in the order of time, a Hijri one in both calendars', async () => {
    await show({ cracked: [date('2014-09-03?'), date('XXXX-07')], closed: [date('1435-09', 'hijri')] });
    expect(lines()).toHaveLength(2);
    expect(lines()[0]).toMatch(/C-01.*Ramadan 1435 AH \(Jun 28\s–\sJul 27, 2014\)/);
    expect(lines()[1]).toMatch(/C-02.*September 3, 2014/);
    fireEvent.click(screen.getByRole('button', { name: /1 without a year/ }));
    expect(screen.getByText(/July/)).toBeDefined();
  });

  it('is walked by keys, and Enter leads to what is dated', async () => {
    await show({ cracked: [date('2014-09')], closed: [date('2014-07')] });
    fireEvent.keyDown(list(), { code: 'ArrowDown' });
    fireEvent.keyDown(list(), { code: 'ArrowDown' });
    fireEvent.keyDown(list(), { code: 'Enter', key: 'Enter' });
    expect(useView.getState()).toMatchObject({ desk: 'claims', claimId: 'cracked' });
  });

  it('leaves out kinds that are not wanted', async () => {
    await show({ cracked: [date('2014-09')] });
    fireEvent.click(screen.getByRole('button', { name: 'Claims 1' }));
    expect(screen.getByText('Nothing of this kind is dated')).toBeDefined();
  });
});
