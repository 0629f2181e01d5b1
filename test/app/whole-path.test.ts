import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { deleteCase } from '#renderer/app/delete-case.ts';
import { openUnlocked } from '#renderer/app/opening.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { caseDbName } from '#renderer/storage/case-db.ts';
import { openCatalogue } from '#renderer/storage/catalogue.ts';
import { fakeLocks } from '../support/fake-locks.ts';
import { NEW_CASE, workbenchWorld } from '../support/workbench-world.ts';

beforeAll(() => {
  vi.stubGlobal('navigator', { locks: fakeLocks() });
});

describe('the whole path over the real store', () => {
  it('creates, changes, locks, unlocks, starts anew and removes', async () => {
    const catalogue = await openCatalogue();
    const { workbench } = workbenchWorld({}, { openCase: openUnlocked, deleteCase, catalogue });
    await workbench.start();
    const made = await workbench.makeSampleMine(NEW_CASE);
    if (!made.ok) throw new Error(made.code);
    const { caseId } = made.value;
    await workbench.run(editCase, { title: 'Renamed' });
    await workbench.run(editCase, { title: 'Renamed again' });
    await workbench.undo();
    const before = useCase.getState();
    await workbench.lock();
    await workbench.start();
    expect(await workbench.unlock(caseId, 'open sesame')).toEqual({ ok: true, value: null });
    const after = useCase.getState();
    expect(after.state.case.get('case')?.title).toBe('Renamed');
    expect(after.state).toEqual(before.state);
    expect(after.texts).toEqual(before.texts);
    const history = await workbench.history(null);
    expect(history.ok && history.value.length).toBe(4);
    expect(history.ok && history.value.every(({ alias }) => alias === 'Anna Berg')).toBe(true);
    expect(await workbench.removeCase(caseId)).toEqual({ ok: true, value: null });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.toContain(caseDbName(caseId));
    expect(await catalogue.list()).not.toContain(caseId);
  });
});
