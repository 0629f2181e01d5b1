import { afterEach, describe, expect, it, vi } from 'vitest';
import { useOtherCases } from '#renderer/state/other-cases-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { NEW_CASE, openWorld } from '../support/workbench-world.ts';

afterEach(() => vi.restoreAllMocks());

const looked = () => useOtherCases.getState().cases.map(({ title }) => title);

/** Two cases on one laptop, the second of them open. */
async function twoCases() {
  const world = await openWorld();
  const made = await world.workbench.createCase({ ...NEW_CASE, title: 'Second', passphrase: 'another' });
  if (!made.ok) throw new Error(`No second case was made: ${made.code}`);
  return { ...world, first: world.caseId, second: made.value.caseId };
}

describe('looking into another case', () => {
  it('keeps its claims until the open case is locked, and lets go of its keys at once', async () => {
    const { workbench, host, first, store } = await twoCases();
    const before = store.rows.size;
    expect(await workbench.lookInto(first, 'open sesame')).toEqual({ ok: true, value: { claims: 0 } });
    expect(looked()).toEqual([NEW_CASE.title]);
    expect(host.calls.at(-1)).toEqual({ method: 'keys.letGo', params: { caseId: first } });
    expect(store.rows.size).toBe(before);
    expect(useSession.getState()).toMatchObject({ phase: 'open' });
    // Once more, it stands there once.
    await workbench.lookInto(first, 'open sesame');
    expect(looked()).toEqual([NEW_CASE.title]);
    await workbench.lock();
    expect(looked()).toEqual([]);
  });

  it('says so when its passphrase is wrong', async () => {
    const { workbench, first } = await twoCases();
    expect(await workbench.lookInto(first, 'wrong')).toEqual({ ok: false, code: 'wrong-passphrase' });
    expect(looked()).toEqual([]);
  });

  it('keeps nothing when the open case is locked meanwhile', async () => {
    const { workbench, first } = await twoCases();
    const looking = workbench.lookInto(first, 'open sesame');
    await workbench.lock({ atOnce: true, force: true });
    expect(await looking).toMatchObject({ ok: false, code: 'closed' });
    expect(looked()).toEqual([]);
  });

  it('is not for the case that is open: its keys would go', async () => {
    const { workbench, second, called } = await twoCases();
    expect(await workbench.lookInto(second, 'another')).toMatchObject({ ok: false });
    expect(called()).not.toContain('keys.letGo');
  });
});
