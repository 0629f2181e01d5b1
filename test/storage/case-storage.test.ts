import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StorageError } from '#core/ports/case-storage.ts';
import { DEFAULTS, ENTITY_NAMES } from '#core/model/entities.ts';
import { caseDbName } from '#renderer/storage/case-db.ts';
import type { IdRecord } from '#renderer/storage/case-db.ts';
import { claim, deleteRecord, freshCaseId, KEY, openStore, putRecord, recordsOf, Writer } from './support.ts';

afterEach(() => vi.restoreAllMocks());

const failure = (promise: Promise<unknown>): Promise<StorageError> =>
  promise.then(
    () => {
      throw new Error('This should have failed.');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(StorageError);
      return error as StorageError;
    },
  );

/** A fresh store whose database shows each transaction it makes. */
function openStoreWith(saw: (made: IDBTransaction) => void) {
  const real = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    const made = real.apply(this, args);
    saw(made);
    return made;
  });
  return openStore(freshCaseId());
}

describe('the store of a case', () => {
  it('gives back after reopening all that was committed', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    const picture = new Uint8Array([1, 2, 3]);
    const long = 'أبو حجر 🛰 '.repeat(60_000);
    await store.commit(writer.next([claim('a', 'Sami fled.')]));
    await store.commit(
      writer.next([claim('b', 'Omar stayed.')], {
        texts: new Map([['doc', long]]),
        thumbnails: new Map([['e', picture]]),
      }),
    );
    store.close();
    const again = (await openStore(caseId)).store;
    const { items, tip } = await again.load();
    const held = [...writer.state.claim.values()].map(({ folded }) => folded);
    expect(new Set(items)).toEqual(new Set(held));
    expect(tip).toEqual(writer.tip);
    expect(await again.text('doc')).toBe(long);
    expect(await again.thumbnail('e')).toEqual(picture);
    expect([await again.text('no'), await again.thumbnail('no')]).toEqual([null, null]);
    expect((await again.journal()).map(({ header, body }) => [header.seq, body?.entityId])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('starts a case without entries at the given tip', async () => {
    const { store } = await openStore(freshCaseId());
    expect(await store.load()).toEqual({ items: [], tip: { actor: 'anna', seen: {}, prev: null, at: null } });
  });

  it('shows none of the words planted in every field of every kind of item', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const word = (entity: string, field: string): string => `Zq${entity}${field}Xv`;
    const changes = ENTITY_NAMES.map((entity) => ({
      entity,
      entityId: word(entity, 'id'),
      op: 'create' as const,
      patch: Object.fromEntries(
        Object.keys(DEFAULTS[entity]).map((field) => [
          field,
          [{ [word(field, 'key')]: word(entity, field) }],
        ]),
      ),
      reason: word(entity, 'reason'),
    }));
    await store.commit(new Writer().next(changes));
    const bytes = (await recordsOf(caseDbName(caseId)))
      .map(({ key, value }) => {
        const { sealed, ...clear } = value as IdRecord;
        return JSON.stringify([key, clear]) + Buffer.from(sealed).toString('latin1');
      })
      .join('\n');
    expect(bytes.length).toBeGreaterThan(10_000);
    const planted = changes.flatMap(({ entity, patch }) => [
      ...Object.keys(patch).flatMap((field) => [word(entity, field), word(field, 'key')]),
      word(entity, 'id'),
      word(entity, 'reason'),
    ]);
    expect(planted.filter((one) => bytes.includes(one))).toEqual([]);
  });

  it('shows to nobody without the key any words, kinds, ids or times', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const id = '0198c0de-0000-7000-8000-00000000beef';
    await store.commit(
      new Writer().next([claim(id, 'planted-statement')], {
        texts: new Map([[id, 'planted-text']]),
        thumbnails: new Map([[id, new TextEncoder().encode('planted-picture')]]),
      }),
    );
    const records = await recordsOf(caseDbName(caseId));
    expect(new Set(records.map(({ table }) => table))).toEqual(
      new Set(['journal', 'meta', 'rows', 'texts', 'thumbnails']),
    );
    const seen = records
      .map(({ key, value }) => {
        const { sealed, ...clear } = value as IdRecord;
        return JSON.stringify([key, clear]) + Buffer.from(sealed).toString('latin1');
      })
      .join('\n');
    expect(seen).not.toMatch(/planted|claim|statement|beef|0198c0de|bodyHash/);
  });

  it('stores nothing of a commit that fails on the way, and says that the disk is full', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'kept')]));
    const before = await recordsOf(caseDbName(caseId));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      throw new DOMException(`no room in ${this.name}`, 'QuotaExceededError');
    });
    expect((await failure(store.commit(writer.next([claim('b', 'lost')])))).code).toBe('quota');
    expect(put).toHaveBeenCalled();
    vi.restoreAllMocks();
    expect(await recordsOf(caseDbName(caseId))).toEqual(before);
  });

  it('says that the disk is full when only the end of the transaction fails', async () => {
    const { store } = await openStore(freshCaseId());
    const put = IDBObjectStore.prototype.put;
    let underWay = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = put.apply(this, args);
      underWay += 1;
      // Aborted in the last write's own event: after every write went well, before the commit.
      request.addEventListener('success', () => {
        underWay -= 1;
        if (underWay > 0) return;
        const full = new DOMException('full', 'QuotaExceededError');
        Object.defineProperty(this.transaction, 'error', { get: () => full });
        this.transaction.abort();
      });
      return request;
    });
    expect((await failure(store.commit(new Writer().next([claim('a', 'lost')])))).code).toBe('quota');
    expect(await store.journal()).toEqual([]);
  });

  it('counts a commit as made that was made although the browser reported a failure', async () => {
    const { store } = await openStore(freshCaseId());
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'first')]));
    const transaction = Dexie.prototype.transaction;
    vi.spyOn(Dexie.prototype, 'transaction').mockImplementationOnce(async function (this: Dexie, ...args) {
      await Reflect.apply(transaction, this, args);
      throw new DOMException('Internal error', 'UnknownError');
    });
    await store.commit(writer.next([claim('b', 'second')]));
    await store.commit(writer.next([claim('c', 'third')]));
    expect((await store.journal()).map(({ body }) => body?.entityId)).toEqual(['a', 'b', 'c']);
  });

  it('goes on when the browser closed the database, as it does after a full disk', async () => {
    const used: IDBDatabase[] = [];
    const { store } = await openStoreWith(({ db }) => used.push(db));
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'before')]));
    const [database] = used;
    if (!database) throw new Error('No database was used.');
    // Its typings ask for the class where the function takes a database.
    Reflect.apply(forceCloseDatabase, undefined, [database]);
    await store.commit(writer.next([claim('b', 'after')]));
    expect((await store.load()).items.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    store.close();
    expect((await failure(store.load())).code).toBe('closed');
  });

  it('writes nothing over a store that was begun anew behind its back', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'before')]));
    await deleteRecord(caseDbName(caseId), 'meta', 'tip');
    const refused = await failure(store.commit(writer.next([claim('b', 'after')])));
    expect(refused).toMatchObject({ code: 'damaged', detail: { table: 'meta' } });
    const rows = (await recordsOf(caseDbName(caseId))).filter(({ table }) => table === 'rows');
    expect(rows).toHaveLength(1);
  });

  it('makes every row anew from the journal, damaged and put-back ones too', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'Sami fled.'), claim('b', 'Omar stayed.')]));
    const { items } = await store.load();
    const record = (await recordsOf(caseDbName(caseId))).find(({ table }) => table === 'rows');
    if (!record) throw new Error('There are no rows.');
    const broken = { ...(record.value as IdRecord), sealed: new Uint8Array(60) };
    await putRecord(caseDbName(caseId), 'rows', broken);
    expect(await failure(store.load())).toMatchObject({ code: 'damaged', detail: { table: 'rows' } });
    await store.rebuild();
    expect(new Set((await store.load()).items)).toEqual(new Set(items));
  });

  it('makes no rows from a journal that was altered', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    await store.commit(new Writer().next([claim('a', 'Sami fled.'), claim('b', 'Omar stayed.')]));
    const first = (await recordsOf(caseDbName(caseId))).find(({ table }) => table === 'journal');
    if (!first) throw new Error('There is no journal.');
    await putRecord(caseDbName(caseId), 'journal', {
      ...(first.value as object),
      sealed: new Uint8Array(60),
    });
    expect(await failure(store.rebuild())).toMatchObject({ code: 'damaged', detail: { table: 'journal' } });
    expect((await store.load()).items).toHaveLength(2);
  });

  it('writes each commit in one strict transaction', async () => {
    const made: IDBTransaction[] = [];
    const { store } = await openStoreWith((transaction) => made.push(transaction));
    made.length = 0;
    const texts = new Map([['d', 'x']]);
    await store.commit(new Writer().next([claim('a', 'kept'), claim('b', 'kept')], { texts }));
    expect(made.map(({ mode, durability }) => [mode, durability])).toEqual([['readwrite', 'strict']]);
  });

  it('refuses a transaction that the browser made weaker', async () => {
    const { store } = await openStoreWith((made) => Object.assign(made, { durability: 'relaxed' }));
    const refused = await failure(store.commit(new Writer().next([claim('a', 'lost')])));
    expect(refused.message).toContain('relaxed');
    expect(await store.journal()).toEqual([]);
  });

  it('lets a chain be continued once: an entry is never written over', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    await store.commit(new Writer().next([claim('a', 'first')]));
    await failure(store.commit(new Writer().next([claim('a', 'second')])));
    expect((await store.journal()).map(({ body }) => body?.patch['statement'])).toEqual(['first']);
  });

  it('refuses another key', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    await store.commit(new Writer().next([claim('a', 'x')]));
    store.close();
    expect((await failure(openStore(caseId, new Uint8Array(32).fill(6)))).code).toBe('wrong-key');
    expect((await openStore(caseId)).store).toBeDefined();
  });

  it.each(['rows', 'meta'])('names the table of a record of %s that was altered', async (table) => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    await store.commit(new Writer().next([claim('a', 'x')]));
    store.close();
    const records = await recordsOf(caseDbName(caseId));
    const record = records.find((held) => held.table === table)?.value as IdRecord;
    const sealed = record.sealed.slice();
    sealed[30] = (sealed[30] ?? 0) ^ 1;
    await putRecord(caseDbName(caseId), table, { ...record, sealed });
    const refused = await failure(openStore(caseId).then(({ store: again }) => again.load()));
    expect([refused.code, refused.detail]).toEqual(['damaged', { table }]);
  });

  it('refuses records that changed places', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    await store.commit(new Writer().next([claim('a', 'x'), claim('b', 'y')]));
    const records = await recordsOf(caseDbName(caseId));
    const [one, two] = records.flatMap(({ table, value }) => (table === 'rows' ? [value as IdRecord] : []));
    if (!one || !two) throw new Error('Two rows were expected.');
    await putRecord(caseDbName(caseId), 'rows', { id: one.id, sealed: two.sealed });
    expect((await failure(store.load())).code).toBe('damaged');
  });

  it('refuses to go on with a journal that lost its end', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    await store.commit(new Writer().next([claim('a', 'x'), claim('b', 'y')]));
    store.close();
    await deleteRecord(caseDbName(caseId), 'journal', ['anna', 2]);
    const refused = await failure(openStore(caseId));
    expect([refused.code, refused.detail]).toEqual(['damaged', { table: 'journal' }]);
  });

  it('refuses to give a journal with a hole for the whole', async () => {
    const caseId = freshCaseId();
    const { store } = await openStore(caseId);
    const writer = new Writer();
    await store.commit(writer.next([claim('a', 'x'), claim('b', 'y')]));
    await store.commit(writer.next([claim('c', 'z')]));
    await deleteRecord(caseDbName(caseId), 'journal', ['anna', 2]);
    const refused = await failure(store.journal());
    expect([refused.code, refused.detail]).toEqual(['damaged', { table: 'journal' }]);
  });

  it('answers nothing once it is closed or its keys are wiped', async () => {
    const { store, sealing } = await openStore(freshCaseId());
    const commit = new Writer().next([claim('a', 'x')]);
    sealing.wipe();
    expect((await failure(store.commit(commit))).code).toBe('closed');
    const other = (await openStore(freshCaseId())).store;
    other.close();
    expect((await failure(other.commit(commit))).code).toBe('closed');
    expect(KEY.every((byte) => byte === 5)).toBe(true);
  });
});
