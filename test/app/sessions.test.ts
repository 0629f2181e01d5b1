import { afterEach, describe, expect, it, vi } from 'vitest';
import { StorageError } from '#core/ports/case-storage.ts';
import { EMPTY_CASE } from '#core/model/case-state.ts';
import { addParty } from '#renderer/commands/add-party.ts';
import { editCase } from '#renderer/commands/edit-case.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { registerDraft } from '#renderer/state/drafts.ts';
import { putJob, useJobs } from '#renderer/state/jobs-store.ts';
import { say, useMessages } from '#renderer/state/messages-store.ts';
import { NO_SCREEN, showScreen, useScreens } from '#renderer/state/screens-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { FIRST_VIEW, useView } from '#renderer/state/view-store.ts';
import { type FakeHost, refuse } from '../support/fake-host.ts';
import { NEW_CASE, openWorld, workbenchWorld } from '../support/workbench-world.ts';

afterEach(() => vi.restoreAllMocks());

const party = (text: string) => ({ fields: { names: [{ text, script: 'latin', kind: 'name' } as const] } });
const lastTitle = ({ calls }: FakeHost) => calls.findLast(({ method }) => method === 'app.setTitle')?.params;
const quiet = () => vi.spyOn(console, 'error').mockImplementation(() => undefined);

describe('locking', () => {
  it('says once that it would lose what cannot be stored, and locks when asked again', async () => {
    const { workbench } = await openWorld();
    const unregister = registerDraft(async () => false);
    expect(await workbench.lock()).toEqual({ ok: false, code: 'unsaved' });
    expect(useSession.getState().phase).toBe('open');
    expect(await workbench.lock()).toEqual({ ok: true, value: null });
    unregister();
    expect(useSession.getState().phase).toBe('locked');
  });

  it('by force never waits for the person: the laptop is being shut', async () => {
    const { workbench } = await openWorld();
    const unregister = registerDraft(async () => false);
    expect(await workbench.lock({ force: true })).toEqual({ ok: true, value: null });
    unregister();
    expect(useSession.getState().phase).toBe('locked');
  });
});

describe('starting the window anew', () => {
  it('locks first, whatever is typed, and forgets the keys before the page goes', async () => {
    const { workbench, called } = await openWorld({ 'app.startAnew': () => null });
    const unregister = registerDraft(async () => false);
    expect(await workbench.startAnew()).toEqual({ ok: true, value: null });
    unregister();
    expect(useSession.getState().phase).toBe('locked');
    expect(useCase.getState().state).toBe(EMPTY_CASE);
    const calls = called();
    expect(calls.indexOf('keys.lock')).toBeGreaterThan(-1);
    expect(calls.indexOf('app.startAnew')).toBeGreaterThan(calls.indexOf('keys.lock'));
  });

  it('says why when the page cannot be loaded; the case is locked all the same', async () => {
    quiet();
    const { workbench } = await openWorld({ 'app.startAnew': refuse('failed') });
    expect(await workbench.startAnew()).toMatchObject({ ok: false });
    expect(useSession.getState().phase).toBe('locked');
  });
});

describe('the first start', () => {
  it('shows the sample, read-only, and stores nothing', async () => {
    const { workbench, stores, called } = workbenchWorld();
    await workbench.start();
    expect(useSession.getState()).toMatchObject({
      phase: 'sample',
      freeBytes: 1_000_000_000,
      dataPath: '/data',
    });
    const { state, readOnly, texts } = useCase.getState();
    expect(readOnly).toBe(true);
    expect(state.claim.size).toBeGreaterThan(30);
    expect([...texts.keys()]).toEqual([...state.document.keys()]);
    expect(await workbench.run(editCase, { title: 'Mine' })).toEqual({ ok: false, code: 'read-only' });
    expect(await workbench.history(null)).toEqual({ ok: true, value: [] });
    expect(stores.size).toBe(0);
    expect(called()).not.toContain('keys.create');
  });

  it('says why when the sample is missing or damaged', async () => {
    const missing = workbenchWorld({ 'sample.read': refuse('sample-missing') });
    await expect(missing.workbench.start()).rejects.toMatchObject({ code: 'sample-missing' });
    const damaged = workbenchWorld({ 'sample.read': () => ({ article: 'x', caseJson: '{' }) });
    await expect(damaged.workbench.start()).rejects.toMatchObject({ code: 'sample-damaged' });
  });
});

describe('a new case', () => {
  it('holds its founder and its title, is open, listed, and saved', async () => {
    const { caseId, catalogue, host, called } = await openWorld();
    const { state, actor, readOnly } = useCase.getState();
    expect(state.case.get('case')).toMatchObject({ title: 'Albu Kamal', founder: actor });
    expect(state.actor.get(actor)).toMatchObject({ alias: 'Anna Berg', initials: 'AB' });
    expect(readOnly).toBe(false);
    expect(useSession.getState()).toMatchObject({ phase: 'open', caseId });
    await vi.waitFor(() => expect(useSession.getState().cases.map(({ id }) => id)).toEqual([caseId]));
    expect(catalogue.ids).toEqual([caseId]);
    expect(lastTitle(host)).toEqual({
      title: 'Albu Kamal',
    });
    expect(called()).toContain('evidence.sweep');
  });

  it('is refused without protection, and the sample stays in view', async () => {
    const { workbench, stores } = workbenchWorld();
    await workbench.start();
    const made = await workbench.createCase({ ...NEW_CASE, passphrase: null });
    expect(made).toEqual({ ok: false, code: 'no-protection' });
    expect(useSession.getState().phase).toBe('sample');
    expect(useCase.getState().state.claim.size).toBeGreaterThan(0);
    expect(stores.size).toBe(0);
  });

  it('leaves nothing behind when it cannot be stored', async () => {
    const { workbench, stores, keyrings, catalogue } = workbenchWorld(
      {},
      {
        openCase: () => Promise.reject(new StorageError('quota', 'full')),
      },
    );
    await workbench.start();
    expect(await workbench.createCase(NEW_CASE)).toEqual({ ok: false, code: 'quota' });
    expect([stores.size, keyrings.size, catalogue.ids.length]).toEqual([0, 0, 0]);
  });

  it('made of the sample holds all of it under the own name, writable', async () => {
    const { workbench, stores } = workbenchWorld();
    await workbench.start();
    const sample = useCase.getState();
    const refs = (state: typeof sample.state) => [...state.claim.values()].map(({ ref }) => ref);
    const made = await workbench.makeSampleMine(NEW_CASE);
    if (!made.ok) throw new Error(made.code);
    const mine = useCase.getState();
    expect(refs(mine.state)).toEqual(refs(sample.state));
    expect([...mine.texts.values()]).toEqual([...sample.texts.values()]);
    expect(mine.state.case.get('case')).toMatchObject({ title: 'Albu Kamal', founder: mine.actor });
    expect(stores.get(made.value.caseId)?.commits).toHaveLength(1);
    expect(await workbench.run(addParty, party('Omar'))).toEqual({ ok: true, value: null });
  });
});

describe('locking', () => {
  it('takes everything of the case away, from view and from the vault', async () => {
    const { workbench, caseId, store, host, called } = await openWorld();
    await workbench.run(addParty, party('Sami'));
    useView.setState({ claimId: 'some claim' });
    say('error', 'about Sami');
    showScreen({ kind: 'import', article: null });
    const cancel = vi.fn<() => void>();
    putJob({ id: 'j', kind: 'evidence', subject: 'sami.jpg', done: 0, total: 1, cancel });
    await workbench.lock();
    expect(useSession.getState()).toMatchObject({ phase: 'locked', caseId });
    expect(useCase.getState()).toMatchObject({
      state: EMPTY_CASE,
      readOnly: true,
      actor: '',
      canUndo: false,
    });
    expect(useView.getState()).toEqual(FIRST_VIEW);
    expect(useMessages.getState().messages).toEqual([]);
    expect(useScreens.getState().screen).toEqual(NO_SCREEN);
    expect(useJobs.getState().jobs).toEqual([]);
    expect(cancel).toHaveBeenCalled();
    expect(called()).toContain('keys.lock');
    expect(lastTitle(host)).toEqual({
      title: null,
    });
    await expect(store.load()).rejects.toMatchObject({ code: 'closed' });
    expect(await workbench.run(addParty, party('Omar'))).toEqual({ ok: false, code: 'closed' });
    expect(JSON.stringify(useSession.getState())).not.toMatch(/Albu|Anna|Sami/);
  });

  it('stores first what is still being typed', async () => {
    const { workbench, store } = await openWorld();
    const unregister = registerDraft(async () => {
      await workbench.run(addParty, party('half typed'));
    });
    await workbench.lock();
    unregister();
    expect(JSON.stringify(store.entries)).toContain('half typed');
  });

  it('does not wait for ever for a store that hangs, and what ends later does not come into view', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { workbench, store } = await openWorld();
    const free = store.hold();
    const running = workbench.run(addParty, party('Sami'));
    const locking = workbench.lock();
    await vi.advanceTimersByTimeAsync(5000);
    await locking;
    vi.useRealTimers();
    expect(useSession.getState().phase).toBe('locked');
    free();
    expect((await running).ok).toBe(false);
    expect(useCase.getState()).toMatchObject({ state: EMPTY_CASE, save: { kind: 'none' } });
  });

  it('happens even when the main process fails', async () => {
    const errors = quiet();
    const { workbench } = await openWorld({ 'keys.lock': refuse('failed') });
    await workbench.lock();
    expect(useSession.getState().phase).toBe('locked');
    expect(errors).toHaveBeenCalled();
  });

  it('revokes the pictures that screens were given', async () => {
    const { workbench, store } = await openWorld();
    const picture = new Map([['e', new Uint8Array([1])]]);
    await store.commit({ entries: [], rows: [], tip: (await store.load()).tip, thumbnails: picture });
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    const url = await workbench.thumbnail('e');
    expect(url).toMatch(/^blob:/);
    expect(await workbench.thumbnail('no such')).toBeNull();
    await workbench.lock();
    expect(revoke).toHaveBeenCalledWith(url);
    expect(await workbench.thumbnail('e')).toBeNull();
  });
});

describe('unlocking', () => {
  it('brings back all that was stored; the next start offers the case', async () => {
    const { workbench, caseId } = await openWorld();
    await workbench.run(addParty, party('Sami'));
    const before = useCase.getState();
    await workbench.lock();
    await workbench.start();
    expect(useSession.getState()).toMatchObject({ phase: 'locked', caseId });
    expect(await workbench.unlock(caseId, 'open sesame')).toEqual({ ok: true, value: null });
    expect(useCase.getState().state).toEqual(before.state);
    expect(useCase.getState().actor).toBe(before.actor);
  });

  it('refuses a wrong passphrase and stays locked', async () => {
    const { workbench, caseId } = await openWorld();
    await workbench.lock();
    expect(await workbench.unlock(caseId, 'wrong')).toEqual({ ok: false, code: 'wrong-passphrase' });
    expect(useSession.getState().phase).toBe('locked');
  });

  it('locks the vault again when the case cannot be opened', async () => {
    let broken = false;
    const world = await openWorld();
    const { workbench, caseId, called, store } = world;
    await workbench.lock();
    vi.spyOn(store, 'load').mockImplementation(() => {
      broken = true;
      return Promise.reject(new StorageError('damaged', 'x', { detail: { table: 'rows' } }));
    });
    const opened = await workbench.unlock(caseId, 'open sesame');
    expect(opened).toEqual({ ok: false, code: 'damaged', detail: { table: 'rows' } });
    expect(broken).toBe(true);
    expect(useSession.getState().phase).toBe('locked');
    expect(called().at(-1)).toBe('keys.lock');
  });

  it('says so when the making of the case was cut short', async () => {
    const { workbench, keyrings, catalogue } = workbenchWorld();
    const caseId = crypto.randomUUID();
    keyrings.set(caseId, { key: new Uint8Array(32), passphrase: 'x', keychain: false });
    await catalogue.touch(caseId);
    expect(await workbench.unlock(caseId, 'x')).toEqual({ ok: false, code: 'empty-case' });
    expect(await workbench.removeCase(caseId)).toEqual({ ok: true, value: null });
  });

  it('is not offered for a case whose making was cut short: what is left of it is removed', async () => {
    const half = crypto.randomUUID();
    const { workbench, catalogue } = workbenchWorld({ 'keys.sweepUnfinished': () => ({ caseIds: [half] }) });
    await catalogue.touch(half);
    await workbench.start();
    expect(catalogue.ids).toEqual([]);
    expect(useSession.getState().phase).toBe('sample');
  });

  it('is offered for a case whose database was lost: its key says that it was here', async () => {
    const { workbench, keyrings } = workbenchWorld();
    const caseId = crypto.randomUUID();
    keyrings.set(caseId, { key: new Uint8Array(32), passphrase: 'x', keychain: false });
    await workbench.start();
    expect(useSession.getState()).toMatchObject({ phase: 'locked', cases: [{ id: caseId }] });
    expect(await workbench.unlock(caseId, 'x')).toEqual({ ok: false, code: 'empty-case' });
  });

  it('makes rows anew that were put back from before, and says so', async () => {
    quiet();
    const { workbench, caseId, store } = await openWorld();
    const old = new Map(store.rows);
    await workbench.run(editCase, { title: 'Newer' });
    await workbench.lock();
    store.putBack(old);
    await workbench.unlock(caseId, 'open sesame');
    await vi.waitFor(() => expect(useCase.getState().alarm).toBe('rows-rebuilt'));
    expect(useCase.getState().state.case.get('case')?.title).toBe('Newer');
    await workbench.lock();
    expect(useCase.getState().alarm).toBeNull();
  });

  it('says so when the history was altered', async () => {
    quiet();
    const { workbench, caseId, store } = await openWorld();
    await workbench.lock();
    store.alter((entry) => ({ ...entry, header: { ...entry.header, at: `${entry.header.at}0` } }));
    await workbench.unlock(caseId, 'open sesame');
    await vi.waitFor(() => expect(useCase.getState().alarm).toBe('history-altered'));
  });

  it('of another case locks the one that is open', async () => {
    const { workbench, caseId, store } = await openWorld();
    const second = await workbench.createCase({ ...NEW_CASE, title: 'Second' });
    expect(second.ok).toBe(true);
    await expect(store.load()).rejects.toMatchObject({ code: 'closed' });
    await workbench.unlock(caseId, 'open sesame');
    expect(useCase.getState().state.case.get('case')?.title).toBe('Albu Kamal');
  });

  it('names nothing of a case whose keyring cannot be read, and still lists it', async () => {
    quiet();
    const { workbench, catalogue } = workbenchWorld();
    const caseId = crypto.randomUUID();
    await catalogue.touch(caseId);
    await workbench.start();
    expect(useSession.getState().cases).toMatchObject([{ id: caseId, passphrase: true, keychain: false }]);
  });

  it('works, though the sweep of unfinished files fails', async () => {
    const errors = quiet();
    const { workbench } = await openWorld({ 'evidence.sweep': refuse('locked') });
    expect((await workbench.run(addParty, party('Sami'))).ok).toBe(true);
    await vi.waitFor(() => expect(errors).toHaveBeenCalled());
  });
});

describe('removing a case', () => {
  it('destroys key, files and database, and shows what is left', async () => {
    const { workbench, caseId, keyrings, stores, catalogue } = await openWorld();
    expect(await workbench.removeCase(caseId)).toEqual({ ok: true, value: null });
    expect([keyrings.size, stores.size, catalogue.ids.length]).toEqual([0, 0, 0]);
    expect(useSession.getState()).toMatchObject({ phase: 'sample', cases: [] });
  });

  it('can be done again when it was cut short after the key', async () => {
    const { workbench, caseId, keyrings, catalogue } = await openWorld();
    await workbench.lock();
    keyrings.delete(caseId);
    expect(await workbench.removeCase(caseId)).toEqual({ ok: true, value: null });
    expect(catalogue.ids).toEqual([]);
  });

  it('keeps the case listed when the key cannot be destroyed', async () => {
    const { workbench, caseId, catalogue, stores } = await openWorld({
      'keys.destroy': refuse('write-failed'),
    });
    await workbench.lock();
    expect(await workbench.removeCase(caseId)).toEqual({ ok: false, code: 'write-failed' });
    expect(catalogue.ids).toEqual([caseId]);
    expect(stores.size).toBe(1);
  });
});
