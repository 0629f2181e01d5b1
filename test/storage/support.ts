import 'fake-indexeddb/auto';
import { appendChanges, type Tip } from '#core/journal/append.ts';
import type { Change } from '#core/journal/entry.ts';
import { applyEntries, type CaseState, EMPTY_CASE } from '#core/model/case-state.ts';
import type { CaseStorage, Commit } from '#core/ports/case-storage.ts';
import { openCaseStorage } from '#renderer/storage/case-storage.ts';
import { createSealing, type Sealing } from '#renderer/storage/sealing.ts';
import { countingEntropy } from '../support/case-world.ts';

export const KEY = new Uint8Array(32).fill(5);
export const FRESH: Tip = { actor: 'anna', seen: {}, prev: null, at: null };

/** A case database name that no other test has. */
export const freshCaseId = (): string => crypto.randomUUID();

export const claim = (id: string, statement: string): Change => ({
  entity: 'claim',
  entityId: id,
  op: 'create',
  patch: { statement },
});

/** Makes commits one after the other, as the one writer of a case does. */
export class Writer {
  tip: Tip = FRESH;
  state: CaseState = EMPTY_CASE;
  private readonly entropy = countingEntropy('id');

  next(changes: readonly Change[], extras: Pick<Commit, 'texts' | 'thumbnails'> = {}): Commit {
    const { entries, tip } = appendChanges(this.tip, changes, this.entropy);
    const { state, changed } = applyEntries(this.state, entries);
    this.tip = tip;
    this.state = state;
    return { entries, rows: changed, tip, ...extras };
  }
}

export async function openStore(
  caseId: string,
  key = KEY,
): Promise<{ store: CaseStorage; sealing: Sealing }> {
  const sealing = await createSealing(key);
  return { store: await openCaseStorage(caseId, sealing, FRESH), sealing };
}

/** Every value in a database, as anybody without the key can read it. */
export async function recordsOf(
  name: string,
): Promise<{ table: string; key: IDBValidKey; value: unknown }[]> {
  const db = await open(name);
  const records: { table: string; key: IDBValidKey; value: unknown }[] = [];
  for (const table of db.objectStoreNames) {
    const store = db.transaction(table).objectStore(table);
    const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
    for (const [at, key] of keys.entries()) records.push({ table, key, value: values[at] });
  }
  db.close();
  return records;
}

/** Puts a record as somebody with the disk in hand could. */
export async function putRecord(name: string, table: string, value: unknown): Promise<void> {
  const db = await open(name);
  await asked(db.transaction(table, 'readwrite').objectStore(table).put(value));
  db.close();
}

export async function deleteRecord(name: string, table: string, key: IDBValidKey): Promise<void> {
  const db = await open(name);
  await asked(db.transaction(table, 'readwrite').objectStore(table).delete(key));
  db.close();
}

export const open = (name: string, version?: number): Promise<IDBDatabase> =>
  asked(indexedDB.open(name, version));

export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
}
