import type { Tip } from '#core/journal/append.ts';
import { itemKey } from '#core/journal/fold.ts';
import { type CaseStorage, type Commit, StorageError } from '#core/ports/case-storage.ts';
import { type CaseDb, openCaseDb } from './case-db.ts';
import { canonicalJson } from '#core/journal/hash.ts';
import { type Connection, connectionOf } from './connection.ts';
import { packRow } from './packing.ts';
import { readJournal, readRows, readTip, requireJournalEnd } from './read-case.ts';
import { journalKey, TIP } from './record-keys.ts';
import { foldedJournal, replaceRows } from './rebuild.ts';
import { requireStrict } from './require-strict.ts';
import type { SealedTable, Sealing } from './sealing.ts';
import { guarded, storageFailure } from './storage-failure.ts';

const utf8 = new TextEncoder();
const words = new TextDecoder('utf-8', { fatal: true });

/** Every record of a commit, sealed, by table. */
function sealCommit(sealing: Sealing, { entries, rows, tip, texts, thumbnails }: Commit) {
  const named = (table: SealedTable, name: string, seal: (key: string) => Uint8Array) => {
    const id = sealing.recordKey(table, name);
    return { id, sealed: seal(id) };
  };
  return {
    journal: entries.map((entry) => {
      const { actor, seq } = entry.header;
      return { actor, seq, sealed: sealing.sealJson('journal', journalKey(actor, seq), entry) };
    }),
    rows: rows.map((row) =>
      named('rows', itemKey(row.entity, row.id), (key) => sealing.sealJson('rows', key, packRow(row))),
    ),
    texts: [...(texts ?? [])].map(([id, text]) =>
      named('texts', id, (key) => sealing.sealBytes('texts', key, utf8.encode(text))),
    ),
    thumbnails: [...(thumbnails ?? [])].map(([id, picture]) =>
      named('thumbnails', id, (key) => sealing.sealBytes('thumbnails', key, picture)),
    ),
    tip: { id: TIP, sealed: sealing.sealJson('meta', TIP, tip) },
  };
}

/** Nothing may be written over a store that is not as it was left: a browser that met damage starts it anew. */
async function requireTip(db: CaseDb, sealing: Sealing, expected: Tip): Promise<void> {
  const none: Tip = { actor: expected.actor, seen: {}, prev: null, at: null };
  const held = await readTip(db, sealing, none);
  if (canonicalJson(held) === canonicalJson(expected)) return;
  throw new StorageError('damaged', 'The store is not as it was left.', { detail: { table: 'meta' } });
}

async function write(db: CaseDb, sealing: Sealing, before: Tip, commit: Commit): Promise<void> {
  const { journal, rows, texts, thumbnails, tip } = sealCommit(sealing, commit);
  let native: IDBTransaction | null = null;
  const transacted = db.transaction(
    'rw',
    [db.journal, db.rows, db.texts, db.thumbnails, db.meta],
    async () => {
      native = requireStrict();
      await requireTip(db, sealing, before);
      // `add`, not `put`: a chain is continued in one place only, a second writer must fail here.
      await db.journal.bulkAdd(journal);
      await db.rows.bulkPut(rows);
      await db.texts.bulkPut(texts);
      await db.thumbnails.bulkPut(thumbnails);
      await db.meta.put(tip);
    },
  );
  try {
    await transacted;
  } catch (error) {
    throw storageFailure(error, native);
  }
}

/** Whether the store holds this very tip: a commit that was reported as failed may have been made. */
async function holdsTip(connection: Connection<CaseDb>, sealing: Sealing, tip: Tip): Promise<boolean> {
  try {
    const none: Tip = { actor: tip.actor, seen: {}, prev: null, at: null };
    const held = await connection.use((db) => readTip(db, sealing, none));
    return canonicalJson(held) === canonicalJson(tip);
  } catch {
    // Closed or unreadable: then it cannot be said to hold it, and the first failure is told.
    return false;
  }
}

function storageOver(connection: Connection<CaseDb>, sealing: Sealing, loadedTip: Tip): CaseStorage {
  let tip = loadedTip;
  const use = <T>(work: (db: CaseDb) => Promise<T>): Promise<T> => guarded(() => connection.use(work));
  const read = (table: 'texts' | 'thumbnails', name: string): Promise<Uint8Array | null> =>
    use(async (db) => {
      const id = sealing.recordKey(table, name);
      const record = await db[table].get(id);
      return record ? sealing.openBytes(table, id, record.sealed) : null;
    });
  return {
    load: () => use(async (db) => ({ items: await readRows(db, sealing), tip })),
    async commit(commit) {
      try {
        await use((db) => write(db, sealing, tip, commit));
      } catch (error) {
        if (!(await holdsTip(connection, sealing, commit.tip))) throw error;
      }
      tip = commit.tip;
    },
    async text(id) {
      const plain = await read('texts', id);
      return plain && words.decode(plain);
    },
    thumbnail: (id) => read('thumbnails', id),
    journal: () => use((db) => readJournal(db, sealing, tip)),
    async rebuild() {
      const items = await use((db) => foldedJournal(db, sealing, tip));
      await use((db) => replaceRows(db, sealing, items));
    },
    close: () => connection.close(),
  };
}

/**
 * Opens the store of an unlocked case. `freshTip` is where a case without entries starts. Rejects
 * with `wrong-key` when the key is not the one the case was sealed with.
 */
export async function openCaseStorage(caseId: string, sealing: Sealing, freshTip: Tip): Promise<CaseStorage> {
  const db = await openCaseDb(caseId);
  try {
    const tip = await guarded(() => readTip(db, sealing, freshTip));
    await guarded(() => requireJournalEnd(db, tip));
    return storageOver(connectionOf(db), sealing, tip);
  } catch (error) {
    db.close();
    throw error;
  }
}
