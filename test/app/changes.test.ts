import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fold } from '#core/journal/fold.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { stateOf, type CaseState } from '#core/model/case-state.ts';
import { ENTITY_NAMES } from '#core/model/entities.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import type { Command } from '#core/ports/command.ts';
import { Desk } from '#renderer/app/desk.ts';
import { OpenCase } from '#renderer/app/open-case.ts';
import { PAUSE_MS } from '#renderer/app/undo-stack.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { CLOSED_CASE, useCase } from '#renderer/state/case-store.ts';
import { anySteps, outcomeOf, type Step } from '../support/command-arbitraries.ts';
import { memoryStorage } from '../support/memory-storage.ts';
import { openWorld } from '../support/workbench-world.ts';

afterEach(() => vi.restoreAllMocks());

const title = () => useCase.getState().state.case.get('case')?.title;
const save = () => useCase.getState().save.kind;

/** What a person can see of a case, without who wrote it and when. */
const visible = (state: CaseState) =>
  Object.fromEntries(
    ENTITY_NAMES.map((entity) => [
      entity,
      [...state[entity].values()]
        .map(({ folded: _folded, ...item }) => item)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );

function deskOver(store = memoryStorage()) {
  useCase.setState(CLOSED_CASE);
  const fresh = { actor: 'me', seen: {}, prev: null, at: null };
  return { store, desk: new Desk(new OpenCase(store, fresh, stateOf([])), async () => null) };
}

const doStep: Command<Step> = (state, step, context) => outcomeOf(step, state, context);

describe('changing a case', () => {
  it('stores entries and rows before it says "saved"', async () => {
    const { workbench, store } = await openWorld();
    const free = store.hold();
    const running = workbench.run(editCase, { title: 'Changed' });
    await vi.waitFor(() => expect(save()).toBe('saving'));
    expect(title()).toBe('Albu Kamal');
    free();
    expect(await running).toEqual({ ok: true, value: null });
    expect([save(), title()]).toEqual(['saved', 'Changed']);
    expect(store.entries.at(-1)?.body?.patch).toEqual({ title: 'Changed' });
  });

  it('says "saved" only when nothing more is under way, refusals among it', async () => {
    const { workbench, store } = await openWorld();
    const seen: string[] = [];
    const stop = useCase.subscribe(() => seen.push(save()));
    const free = store.hold();
    const all = [
      workbench.run(editCase, { title: 'One' }),
      workbench.run(editCase, { title: ' ' }),
      workbench.run(editCase, { title: 'Two' }),
    ];
    free();
    const results = await Promise.all(all);
    stop();
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(seen.indexOf('saved')).toBe(seen.lastIndexOf('saving') + 1);
    expect([save(), title()]).toEqual(['saved', 'Two']);
  });

  it('words a refusal by its code and stores nothing', async () => {
    const { workbench, store } = await openWorld();
    const before = store.entries.length;
    expect(await workbench.run(editCase, { title: ' ' })).toEqual({ ok: false, code: 'command.title-empty' });
    expect(store.entries.length).toBe(before);
    expect(save()).toBe('none');
  });

  it('leaves the case as it was when the disk is full, says so, and goes on when there is room', async () => {
    const { workbench, store } = await openWorld();
    store.failNext(new StorageError('quota', 'full'));
    expect(await workbench.run(editCase, { title: 'Lost' })).toEqual({ ok: false, code: 'quota' });
    expect(useCase.getState().save).toEqual({ kind: 'failed', code: 'quota' });
    expect([title(), useCase.getState().canUndo]).toEqual(['Albu Kamal', false]);
    expect(await workbench.run(editCase, { title: 'Kept' })).toEqual({ ok: true, value: null });
    expect(save()).toBe('saved');
    expect(verifyChains(store.entries)).toEqual([]);
  });

  it('writes nothing when the disk is nearly full: a torn write would cost the whole database', async () => {
    let bytes = 2 ** 30;
    const { workbench, store } = await openWorld({ 'app.freeSpace': () => ({ bytes }) });
    const before = store.commits.length;
    bytes = 15 * 1024 * 1024;
    expect(await workbench.run(editCase, { title: 'Lost' })).toEqual({ ok: false, code: 'disk-full' });
    expect([title(), store.commits.length]).toEqual(['Albu Kamal', before]);
    bytes = 2 ** 30;
    expect((await workbench.run(editCase, { title: 'Kept' })).ok).toBe(true);
    expect(title()).toBe('Kept');
  });

  it('does actions one after the other, each on what the one before left', async () => {
    const { workbench, store } = await openWorld();
    const names = Array.from({ length: 20 }, (_, at) => `Party ${at}`);
    await Promise.all(
      names.map((text) =>
        workbench.run(addParty, { fields: { names: [{ text, script: 'latin', kind: 'name' }] } }),
      ),
    );
    expect([...useCase.getState().state.party.values()].map((item) => item.names[0]?.text)).toEqual(names);
    expect(verifyChains(store.entries)).toEqual([]);
  });

  it('reports what a command throws as a failure, not as silence', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { workbench } = await openWorld();
    const broken: Command<null> = () => {
      throw new Error('a bug');
    };
    expect(await workbench.run(broken, null)).toEqual({ ok: false, code: 'failed' });
    expect(errors).toHaveBeenCalled();
  });
});

describe('undo and redo', () => {
  it('append inverse entries; nothing is removed from the journal', async () => {
    const { workbench, store } = await openWorld();
    await workbench.run(editCase, { title: 'Changed' });
    const before = store.entries.length;
    await workbench.undo();
    expect([title(), useCase.getState().canUndo, useCase.getState().canRedo]).toEqual([
      'Albu Kamal',
      false,
      true,
    ]);
    await workbench.redo();
    expect([title(), useCase.getState().canUndo, useCase.getState().canRedo]).toEqual([
      'Changed',
      true,
      false,
    ]);
    expect(store.entries.length).toBe(before + 2);
  });

  it('never take back the making of the case, and do nothing when there is nothing', async () => {
    const { workbench, store } = await openWorld();
    const before = store.entries.length;
    expect(await workbench.undo()).toEqual({ ok: true, value: null });
    expect(await workbench.redo()).toEqual({ ok: true, value: null });
    expect(store.entries.length).toBe(before);
  });

  it('take typing in one field back in one step, until there was a pause', async () => {
    let now = 0;
    const { workbench, store } = await openWorld({}, { now: () => now });
    for (const [typed, wait] of [
      ['A', 500],
      ['Al', 500],
      ['Ali', PAUSE_MS],
      ['Ali fled', 0],
    ] as const) {
      await workbench.run(editCase, { title: typed }, { coalesce: 'title' });
      now += wait;
    }
    expect(store.entries.filter(({ body }) => body?.op === 'update')).toHaveLength(4);
    await workbench.undo();
    expect(title()).toBe('Ali');
    await workbench.undo();
    expect(title()).toBe('Albu Kamal');
    await workbench.redo();
    expect(title()).toBe('Ali');
  });

  it('keep typing in different fields apart, and a new action ends redo', async () => {
    const { workbench } = await openWorld();
    await workbench.run(editCase, { title: 'One' }, { coalesce: 'a' });
    await workbench.run(editCase, { title: 'Two' }, { coalesce: 'b' });
    await workbench.undo();
    expect(title()).toBe('One');
    await workbench.run(editCase, { title: 'Three' });
    expect(useCase.getState().canRedo).toBe(false);
  });

  it('pressed twice at once take two steps back', async () => {
    const { workbench } = await openWorld();
    await workbench.run(editCase, { title: 'One' });
    await workbench.run(editCase, { title: 'Two' });
    await Promise.all([workbench.undo(), workbench.undo()]);
    expect(title()).toBe('Albu Kamal');
    await Promise.all([workbench.redo(), workbench.redo()]);
    expect(title()).toBe('Two');
  });

  it('a step whose storing failed can be tried again', async () => {
    const { workbench, store } = await openWorld();
    await workbench.run(editCase, { title: 'One' });
    store.failNext(new StorageError('quota', 'full'));
    expect((await workbench.undo()).ok).toBe(false);
    expect([title(), useCase.getState().canUndo]).toEqual(['One', true]);
    await workbench.undo();
    expect(title()).toBe('Albu Kamal');
  });
});

describe('any sitting', () => {
  it('leaves rows that equal the fold of its journal, a state that equals its rows, and a whole chain', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps(40), async (steps) => {
        const { desk, store } = deskOver();
        for (const step of steps) await desk.run(doStep, step);
        expect(store.rows).toEqual(fold(store.entries));
        expect(desk.open.state).toEqual(stateOf(store.rows.values()));
        expect(useCase.getState().state).toBe(desk.open.state);
        expect(verifyChains(store.entries)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('can be undone step by step to its beginning, and redone to its end', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps(30), async (steps) => {
        const { desk, store } = deskOver();
        const views: unknown[] = [visible(desk.open.state)];
        for (const step of steps) {
          const before = store.commits.length;
          await desk.run(doStep, step);
          if (store.commits.length > before) views.push(visible(desk.open.state));
        }
        for (const view of views.slice(0, -1).toReversed()) {
          await desk.undo();
          expect(visible(desk.open.state)).toEqual(view);
        }
        expect(useCase.getState().canUndo).toBe(false);
        for (const view of views.slice(1)) {
          await desk.redo();
          expect(visible(desk.open.state)).toEqual(view);
        }
        expect(store.rows).toEqual(fold(store.entries));
      }),
      { numRuns: 40 },
    );
  });
});
