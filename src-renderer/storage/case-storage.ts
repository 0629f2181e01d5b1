import type { Tip } from '#core/journal/append.ts';
import { itemKey } from '#core/journal/fold.ts';
import type { CaseStorage, Commit, Taken, Writing } from '#core/ports/case-storage.ts';
import { openRows } from './blocks.ts';
import { type CaseDb, openCaseDb } from './case-db.ts';
import { type Connection, connectionOf } from './connection.ts';
import { runsOf, sealRun } from './journal-runs.ts';
import { packRow } from './packing.ts';
import { readJournal, readStoredRows, readTip, requireJournalEnd } from './read-case.ts';
import { TIP } from './record-keys.ts';
import { foldedJournal, replaceRows } from './rebuild.ts';
import { requireStrict } from './require-strict.ts';
import { requireTip, standsAt } from './require-tip.ts';
import type { SealedTable, Sealing } from './sealing.ts';
import { guarded, storageFailure } from './storage-failure.ts';
import { writeTaken } from './take-in.ts';

const utf8 = new TextEncoder();
const words = new TextDecoder('utf-8', { fatal: true });

/** Every record of a commit, sealed, by table. */
function sealCommit(sealing: Sealing, { entries, rows, tip, texts, thumbnails }: Commit) {
  const named = (table: SealedTable, name: string, seal: (key: string) => Uint8Array) => {
    const id = sealing.recordKey(table, name);
    return { id, sealed: seal(id) };
  };
  return {
    journal: runsOf(entries).map((run) => sealRun(sealing, run)),
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
    return await connection.use((db) => standsAt(db, sealing, tip));
  } catch {
    // Closed or unreadable: then it cannot be said to hold it, and the first failure is told.
    return false;
  }
}

/** More loose rows than this are packed: reading them takes about as long as the blocks of a large case. */
const LOOSE = 500;

function storageOver(connection: Connection<CaseDb>, sealing: Sealing, loadedTip: Tip): CaseStorage {
  let tip = loadedTip;
  let loose = 0;
  const use = <T>(work: (db: CaseDb) => Promise<T>): Promise<T> => guarded(() => connection.use(work));
  const moveTo = async (next: Tip, work: (db: CaseDb) => Promise<void>, how: Writing = {}): Promise<void> => {
    try {
      await use(work);
    } catch (error) {
      if (!(await holdsTip(connection, sealing, next))) {
        // What it was stopped with from outside is told as it came, not as a failure of the store.
        await how.ready;
        how.requireWanted?.();
        throw error;
      }
    }
    tip = next;
  };
  const taking = (taken: Taken, how: Writing, anew: boolean): Promise<void> => {
    // It is waited for once all is sealed; until then its failure must not count as unhandled.
    how.ready?.catch(() => undefined);
    const work = async (db: CaseDb): Promise<void> => {
      const packed = await writeTaken(db, sealing, tip, taken, { ...how, anew });
      loose = packed ? 0 : loose + taken.changed.length;
    };
    return moveTo(taken.tip, work, how);
  };
  const read = (table: 'texts' | 'thumbnails', name: string): Promise<Uint8Array | null> =>
    use(async (db) => {
      const id = sealing.recordKey(table, name);
      const record = await db[table].get(id);
      return record ? sealing.openBytes(table, id, record.sealed) : null;
    });
  return {
    load: () =>
      use(async (db) => {
        const stored = await readStoredRows(db);
        loose = stored.loose.length;
        return { items: [...(await openRows(sealing, stored)).values()], tip };
      }),
    async commit(commit) {
      await moveTo(commit.tip, (db) => write(db, sealing, tip, commit));
      // A row that changes twice is counted twice and lies loose once: it only packs a little early.
      loose += commit.rows.length;
    },
    takeIn: (taken, how = {}) => taking(taken, how, false),
    replaceWith: (copy, how = {}) => taking(copy, how, true),
    async text(id) {
      const plain = await read('texts', id);
      return plain && words.decode(plain);
    },
    thumbnail: (id) => read('thumbnails', id),
    journal: () => use((db) => readJournal(db, sealing, tip)),
    async tidy(items) {
      if (loose <= LOOSE) return false;
      await use((db) => replaceRows(db, sealing, items, tip));
      loose = 0;
      return true;
    },
    async rebuild() {
      const items = await use((db) => foldedJournal(db, sealing, tip));
      await use((db) => replaceRows(db, sealing, items, tip));
      loose = 0;
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
