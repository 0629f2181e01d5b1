import type { Tip } from '#core/journal/append.ts';
import { itemKey } from '#core/journal/fold.ts';
import type { CaseStorage, Commit, Taken, Writing } from '#core/ports/case-storage.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { openRows, type StoredRows } from './blocks.ts';
import { type CaseDb, type IdRecord, openCaseDb } from './case-db.ts';
import { type Connection, connectionOf } from './connection.ts';
import { runsOf, sealRun } from './journal-runs.ts';
import { packRow } from './packing.ts';
import { openKeptList, writeKeptList } from './kept-list.ts';
import type { Ahead } from './read-ahead.ts';
import {
  openTip,
  readJournal,
  readStored,
  readStoredRows,
  requireJournalEnd,
  type StoredCase,
} from './read-case.ts';
import { LIST, TIP } from './record-keys.ts';
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

type Stored = { readonly tip: Tip; readonly stored: StoredCase };

function storageOver(
  connection: Connection<CaseDb>,
  sealing: Sealing,
  { stored, ...at }: Stored,
): CaseStorage {
  let { tip } = at;
  let loose = stored.loose.length;
  /** What was read when the case was opened, each part until it is asked for or the case changes. */
  let rows: StoredRows | null = stored;
  let texts: readonly IdRecord[] = stored.texts;
  let kept: IdRecord | null | undefined = stored.kept;
  /** Whether the list that is kept is of the case as it stands. */
  let listed = false;
  const changed = (): void => {
    rows = null;
    texts = [];
    kept = null;
    listed = false;
  };
  const use = <T>(work: (db: CaseDb) => Promise<T>): Promise<T> => guarded(() => connection.use(work));
  const moveTo = async (next: Tip, work: (db: CaseDb) => Promise<void>, how: Writing = {}): Promise<void> => {
    changed();
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
      const early = table === 'texts' ? texts.find((text) => text.id === id) : undefined;
      const record = early ?? (await db[table].get(id));
      return record ? sealing.openBytes(table, id, record.sealed) : null;
    });
  const replace = async (items: Iterable<FoldedItem>): Promise<void> => {
    changed();
    await use((db) => replaceRows(db, sealing, items, tip));
    loose = 0;
  };
  return {
    load: () =>
      use(async (db) => {
        const now = rows ?? (await readStoredRows(db));
        rows = null;
        loose = now.loose.length;
        return { items: [...(await openRows(sealing, now)).values()], tip };
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
    list: () =>
      use(async (db) => {
        const list = openKeptList(sealing, kept === null ? await db.meta.get(LIST) : kept, tip);
        kept = null;
        listed = list !== null;
        return list;
      }),
    async keepList(make) {
      if (listed) return;
      const list = make();
      if (list !== null) await use((db) => writeKeptList(db, sealing, tip, list));
      listed = true;
    },
    async tidy(items) {
      if (loose <= LOOSE) return false;
      await replace(items);
      return true;
    },
    async rebuild() {
      await replace(await use((db) => foldedJournal(db, sealing, tip)));
    },
    close: () => connection.close(),
  };
}

/** The case as it is stored now: what was read ahead, unless it has changed since. */
async function storedNow(db: CaseDb, ahead: StoredCase | undefined): Promise<StoredCase> {
  if (!ahead) return readStored(db);
  const tip = await db.meta.get(TIP);
  const same = indexedDB.cmp(tip?.sealed ?? '', ahead.tip?.sealed ?? '') === 0;
  return same ? ahead : readStored(db);
}

/**
 * Opens the store of an unlocked case. `freshTip` is where a case without entries starts, `ahead` what
 * was read of it already. Rejects with `wrong-key` when the key is not the one the case was sealed with.
 */
export async function openCaseStorage(
  caseId: string,
  sealing: Sealing,
  freshTip: Tip,
  ahead?: Ahead,
): Promise<CaseStorage> {
  const early = await ahead?.take();
  const db = early?.db ?? (await openCaseDb(caseId));
  try {
    return await guarded(async () => {
      const stored = await storedNow(db, early?.stored);
      const tip = await openTip(db, sealing, stored.tip, freshTip);
      await requireJournalEnd(db, tip);
      return storageOver(connectionOf(db), sealing, { tip, stored });
    });
  } catch (error) {
    db.close();
    throw error;
  }
}
