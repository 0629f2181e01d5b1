import 'fake-indexeddb/auto';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itemKey } from '#core/journal/fold.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import { caseDbName, openCaseDb } from '#renderer/storage/case-db.ts';
import { CATALOGUE_DB, openCatalogue } from '#renderer/storage/catalogue.ts';
import { initial } from '#renderer/storage/migrations/0001-initial.ts';
import { journalRuns } from '#renderer/storage/migrations/0002-journal-runs.ts';
import { CASE_DB_VERSION, MIGRATIONS } from '#renderer/storage/migrations/all.ts';
import type { Migration } from '#renderer/storage/migrations/migration.ts';
import { openCaseStorage } from '#renderer/storage/case-storage.ts';
import { runsOf, sealRun } from '#renderer/storage/journal-runs.ts';
import { packRow } from '#renderer/storage/packing.ts';
import { createSealing } from '#renderer/storage/sealing.ts';
import { asked, claim, FRESH, freshCaseId, KEY, open, putRecord, recordsOf, Writer } from './support.ts';

const folder = new URL('../../src-renderer/storage/migrations/', import.meta.url);

async function tablesOf(caseId: string): Promise<Record<string, string | string[] | null>> {
  const db = await open(caseDbName(caseId));
  const tables = Object.fromEntries(
    [...db.objectStoreNames].map((name) => [name, db.transaction(name).objectStore(name).keyPath]),
  );
  db.close();
  return tables;
}

describe('migrations', () => {
  it('are numbered 1, 2, 3 … without a gap, one file each, all of them listed', () => {
    const numbers = readdirSync(folder)
      .filter((file) => /^\d{4}-[a-z0-9-]+\.ts$/.test(file))
      .map((file) => Number(file.slice(0, 4)))
      .sort((a, b) => a - b);
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(numbers);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(CASE_DB_VERSION).toBe(numbers.at(-1));
  });

  it('0001: from no database to the first tables', async () => {
    const caseId = freshCaseId();
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.toContain(caseDbName(caseId));
    (await openCaseDb(caseId, [initial])).close();
    expect(await tablesOf(caseId)).toEqual({
      journal: ['actor', 'seq'],
      rows: 'id',
      texts: 'id',
      thumbnails: 'id',
      meta: 'id',
    });
  });

  it('0002: entries in records of their own are read beside runs, and an older program opens it no more', async () => {
    const caseId = freshCaseId();
    (await openCaseDb(caseId, [initial])).close();
    const sealing = await createSealing(KEY);
    const writer = new Writer();
    const old = writer.next([claim('a', 'x'), claim('b', 'y')]);
    for (const entry of old.entries) {
      const { actor, seq } = entry.header;
      const sealed = sealing.sealJson('journal', `${actor}/${seq}`, entry);
      await putRecord(caseDbName(caseId), 'journal', { actor, seq, sealed });
    }
    await putRecord(caseDbName(caseId), 'meta', {
      id: 'tip',
      sealed: sealing.sealJson('meta', 'tip', old.tip),
    });
    const store = await openCaseStorage(caseId, sealing, FRESH);
    expect(await store.journal()).toEqual(old.entries);
    const next = writer.next([claim('c', 'z'), claim('d', 'w')]);
    await store.commit(next);
    expect(await store.journal()).toEqual([...old.entries, ...next.entries]);
    store.close();
    await expect(openCaseDb(caseId, [initial])).rejects.toMatchObject({ code: 'newer-version' });
    const records = (await recordsOf(caseDbName(caseId))).filter(({ table }) => table === 'journal');
    expect(records.map(({ key }) => key)).toEqual([
      ['anna', 1],
      ['anna', 2],
      ['anna', 4],
    ]);
  });

  it('0003: rows in records of their own are read until they are packed', async () => {
    const caseId = freshCaseId();
    (await openCaseDb(caseId, [initial, journalRuns])).close();
    const sealing = await createSealing(KEY);
    const old = new Writer().next(Array.from({ length: 600 }, (_, at) => claim(`c${at}`, `Claim ${at}`)));
    for (const row of old.rows) {
      const id = sealing.recordKey('rows', itemKey(row.entity, row.id));
      await putRecord(caseDbName(caseId), 'rows', { id, sealed: sealing.sealJson('rows', id, packRow(row)) });
    }
    const tip = { id: 'tip', sealed: sealing.sealJson('meta', 'tip', old.tip) };
    await putRecord(caseDbName(caseId), 'meta', tip);
    for (const run of runsOf(old.entries)) {
      await putRecord(caseDbName(caseId), 'journal', sealRun(sealing, run));
    }
    const store = await openCaseStorage(caseId, sealing, FRESH);
    const { items } = await store.load();
    expect(new Set(items)).toEqual(new Set(old.rows));
    expect(await store.tidy(items)).toBe(true);
    expect(new Set((await store.load()).items)).toEqual(new Set(old.rows));
    store.close();
    await expect(openCaseDb(caseId, [initial, journalRuns])).rejects.toMatchObject({ code: 'newer-version' });
  });

  it('run in order on an older database and keep what it holds', async () => {
    const caseId = freshCaseId();
    const old = await openCaseDb(caseId, [initial]);
    await old.rows.put({ id: 'a', sealed: new Uint8Array([1]) });
    old.close();
    const second: Migration = {
      version: 2,
      stores: { extra: 'id' },
      upgrade: async (transaction) => {
        const rows = await transaction.table('rows').toArray();
        await transaction.table('extra').bulkPut(rows);
      },
    };
    const migrated = await openCaseDb(caseId, [initial, second]);
    expect(await migrated.table('extra').toArray()).toEqual([{ id: 'a', sealed: new Uint8Array([1]) }]);
    expect(await migrated.rows.count()).toBe(1);
    migrated.close();
  });

  it('leave the old database as it was when one fails', async () => {
    const caseId = freshCaseId();
    const old = await openCaseDb(caseId, [initial]);
    await old.rows.put({ id: 'a', sealed: new Uint8Array([1]) });
    old.close();
    const before = await recordsOf(caseDbName(caseId));
    const failing: Migration = {
      version: 2,
      stores: { extra: 'id' },
      upgrade: async (transaction) => {
        await transaction.table('rows').clear();
        throw new Error('power cut');
      },
    };
    await expect(openCaseDb(caseId, [initial, failing])).rejects.toBeInstanceOf(StorageError);
    expect(await recordsOf(caseDbName(caseId))).toEqual(before);
    (await openCaseDb(caseId, [initial])).close();
  });
});

describe('a database of a newer version', () => {
  const NEWER = 10 * (CASE_DB_VERSION + 1);

  async function makeNewer(name: string): Promise<void> {
    const request = indexedDB.open(name, NEWER);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('future').put('kept', 'key');
    };
    (await asked(request)).close();
  }

  it('is refused by name and left untouched', async () => {
    const caseId = freshCaseId();
    const name = caseDbName(caseId);
    await makeNewer(name);
    const refused = openCaseDb(caseId);
    await expect(refused).rejects.toMatchObject({ name: 'StorageError', code: 'newer-version' });
    await expect(refused).rejects.toThrow(`version ${CASE_DB_VERSION + 1}`);
    expect(await recordsOf(name)).toEqual([{ table: 'future', key: 'key', value: 'kept' }]);
    const known = await indexedDB.databases();
    expect(known.find((database) => database.name === name)?.version).toBe(NEWER);
  });

  it('is refused for the catalogue too', async () => {
    await makeNewer(CATALOGUE_DB);
    await expect(openCatalogue()).rejects.toMatchObject({ code: 'newer-version' });
    await asked(indexedDB.deleteDatabase(CATALOGUE_DB));
  });
});
