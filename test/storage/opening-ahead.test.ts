import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { caseDbName, type IdRecord, openCaseDb } from '#renderer/storage/case-db.ts';
import { openCaseStorage } from '#renderer/storage/case-storage.ts';
import { readAhead } from '#renderer/storage/read-ahead.ts';
import { createSealing } from '#renderer/storage/sealing.ts';
import { claim, FRESH, freshCaseId, KEY, openStore, recordsOf, Writer } from './support.ts';

/** A stored case of one claim and one text, closed again. */
async function storedCase() {
  const caseId = freshCaseId();
  const { store } = await openStore(caseId);
  const writer = new Writer();
  await store.commit(writer.next([claim('a', 'Sami fled.')], { texts: new Map([['doc', 'Words.']]) }));
  store.close();
  return { caseId, writer };
}

const openAhead = async (caseId: string, ahead: ReturnType<typeof readAhead>) =>
  openCaseStorage(caseId, await createSealing(KEY), FRESH, ahead);

describe('a case read before its key is known', () => {
  it('opens from what was read', async () => {
    const { caseId, writer } = await storedCase();
    const store = await openAhead(caseId, readAhead(caseId));
    expect((await store.load()).items.map(({ id }) => id)).toEqual(['a']);
    expect(await store.text('doc')).toBe('Words.');
    await store.commit(
      writer.next([claim('b', 'Omar stayed.')], { texts: new Map([['doc', 'Other words.']]) }),
    );
    expect((await store.load()).items.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(await store.text('doc')).toBe('Other words.');
  });

  it('is read again when it was changed meanwhile', async () => {
    const { caseId, writer } = await storedCase();
    const ahead = readAhead(caseId);
    const read = await ahead.take();
    const { store: other } = await openStore(caseId);
    await other.commit(writer.next([claim('b', 'Omar stayed.')]));
    other.close();
    const store = await openAhead(caseId, { take: async () => read, drop: async () => undefined });
    expect((await store.load()).items.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  });

  it('is let go of when it is not opened', async () => {
    const { caseId } = await storedCase();
    const ahead = readAhead(caseId);
    await ahead.drop();
    expect(await ahead.take()).toBeNull();
    // A database that is still held could not be removed.
    await new Promise((resolve, reject) => {
      const removing = indexedDB.deleteDatabase(caseDbName(caseId));
      removing.onsuccess = resolve;
      removing.onblocked = () => reject(new Error('It is still held.'));
    });
  });

  it('makes no database for a case that has none', async () => {
    const caseId = freshCaseId();
    expect(await readAhead(caseId).take()).toBeNull();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.toContain(caseDbName(caseId));
  });
});

describe('the list kept for the next opening', () => {
  it('is given back while the case is as it was, and made only once', async () => {
    const { caseId } = await storedCase();
    const { store } = await openStore(caseId);
    expect(await store.list()).toBeNull();
    let made = 0;
    const make = () => ({ made: (made += 1) });
    await store.keepList(make);
    await store.keepList(make);
    expect(made).toBe(1);
    store.close();
    const again = (await openStore(caseId)).store;
    expect(await again.list()).toEqual({ made: 1 });
    await again.keepList(make);
    expect(made).toBe(1);
  });

  it('is none once the case has changed, until it is kept anew', async () => {
    const { caseId, writer } = await storedCase();
    const { store } = await openStore(caseId);
    await store.keepList(() => ['before']);
    await store.commit(writer.next([claim('b', 'Omar stayed.')]));
    expect(await store.list()).toBeNull();
    store.close();
    const again = (await openStore(caseId)).store;
    expect(await again.list()).toBeNull();
    await again.keepList(() => ['after']);
    expect(await again.list()).toEqual(['after']);
  });

  it('is sealed, and goes when rows are packed, made anew or taken in: it may tell what must go', async () => {
    const { caseId, writer } = await storedCase();
    const { store } = await openStore(caseId);
    const kept = async () =>
      (await recordsOf(caseDbName(caseId))).filter(({ table, key }) => table === 'meta' && key === 'list');
    const nothing = { texts: new Map(), destroyed: { texts: [], thumbnails: [] } };
    for (const change of [
      () => store.rebuild(),
      () => store.takeIn({ added: [], erased: [], changed: [], removed: [], tip: writer.tip, ...nothing }),
    ]) {
      await store.keepList(() => ['planted']);
      const [record] = await kept();
      if (!record) throw new Error('No list is kept.');
      const { sealed } = record.value as IdRecord;
      expect(Buffer.from(sealed).toString('latin1')).not.toContain('planted');
      await change();
      expect(await kept()).toEqual([]);
    }
  });

  it('is not kept where it is not wanted', async () => {
    const { caseId } = await storedCase();
    const { store } = await openStore(caseId);
    await store.keepList(() => null);
    expect(await store.list()).toBeNull();
    store.close();
    (await openCaseDb(caseId)).close();
  });
});
