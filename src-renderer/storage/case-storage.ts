import Dexie from 'dexie';
import type { FoldedItem } from '#core/journal/folded.ts';
import type { Tip } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import { itemKey } from '#core/journal/fold.ts';
import { type CaseStorage, type Commit, StorageError } from '#core/ports/case-storage.ts';
import { type CaseDb, openCaseDb } from './case-db.ts';
import { type PackedRow, packRow, unpackRow } from './packing.ts';
import { requireStrict } from './require-strict.ts';
import type { SealedTable, Sealing } from './sealing.ts';
import { guarded, storageFailure } from './storage-failure.ts';

const TIP = 'tip';
/** Row keys are hashes in hex, so that each part holds a quarter of them. */
const ROW_KEY_STARTS = ['0', '4', '8', 'c'];
const utf8 = new TextEncoder();
const words = new TextDecoder('utf-8', { fatal: true });

const journalKey = (actor: string, seq: number): string => `${actor}/${seq}`;

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

async function write(db: CaseDb, sealing: Sealing, commit: Commit): Promise<void> {
  const { journal, rows, texts, thumbnails, tip } = sealCommit(sealing, commit);
  let native: IDBTransaction | null = null;
  const transacted = db.transaction(
    'rw',
    [db.journal, db.rows, db.texts, db.thumbnails, db.meta],
    async () => {
      native = requireStrict();
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

const damagedJournal = (message: string): StorageError =>
  new StorageError('damaged', message, { detail: { table: 'journal' } });

/** A chain must go on where the journal ends: an entry that is missing there would leave a hole. */
async function requireJournalEnd(db: CaseDb, { seen }: Tip): Promise<void> {
  for (const [actor, seq] of Object.entries(seen)) {
    const chain = db.journal.where('[actor+seq]').between([actor, Dexie.minKey], [actor, Dexie.maxKey]);
    const [last] = (await chain.reverse().limit(1).primaryKeys()).map(([, held]) => held);
    if (last !== seq) throw damagedJournal(`A chain ends at ${last ?? 0} instead of ${seq}.`);
  }
}

/** Every entry; a hole anywhere is damage, since nothing is ever removed from the journal. */
async function readJournal(db: CaseDb, sealing: Sealing, { seen }: Tip): Promise<Entry[]> {
  const records = await db.journal.toArray();
  const expected = Object.values(seen).reduce((sum, seq) => sum + seq, 0);
  if (records.length !== expected) {
    throw damagedJournal(`The journal holds ${records.length} entries instead of ${expected}.`);
  }
  return records.map(({ actor, seq, sealed }) =>
    sealing.openJson<Entry>('journal', journalKey(actor, seq), sealed),
  );
}

/**
 * Every row. Asked for in parts at once, so that the first are opened here while the browser
 * still reads the others from the disk.
 */
async function readRows(db: CaseDb, sealing: Sealing): Promise<FoldedItem[]> {
  const parts = ROW_KEY_STARTS.map(async (start, at) => {
    const end = ROW_KEY_STARTS[at + 1] ?? Dexie.maxKey;
    const records = await db.rows.where('id').between(start, end, true, false).toArray();
    return records.map(({ id, sealed }) => unpackRow(sealing.openJson<PackedRow>('rows', id, sealed)));
  });
  return (await Promise.all(parts)).flat();
}

/** Whether any other record opens: then the key is right, and it is the tip that is damaged. */
async function opensAnything(db: CaseDb, sealing: Sealing): Promise<boolean> {
  const row = await db.rows.toCollection().first();
  if (!row) return false;
  try {
    sealing.openBytes('rows', row.id, row.sealed);
    return true;
  } catch (error) {
    if (error instanceof StorageError && error.code === 'damaged') return false;
    throw error;
  }
}

async function readTip(db: CaseDb, sealing: Sealing, freshTip: Tip): Promise<Tip> {
  const record = await db.meta.get(TIP);
  if (!record) return freshTip;
  try {
    return sealing.openJson<Tip>('meta', TIP, record.sealed);
  } catch (error) {
    const damaged = error instanceof StorageError && error.code === 'damaged';
    if (!damaged || (await opensAnything(db, sealing))) throw error;
    throw new StorageError('wrong-key', 'The key does not open this case.', { cause: error });
  }
}

function storageOver(db: CaseDb, sealing: Sealing, loadedTip: Tip): CaseStorage {
  let tip = loadedTip;
  const read = (table: 'texts' | 'thumbnails', name: string): Promise<Uint8Array | null> =>
    guarded(async () => {
      const id = sealing.recordKey(table, name);
      const record = await db[table].get(id);
      return record ? sealing.openBytes(table, id, record.sealed) : null;
    });
  return {
    load: () => guarded(async () => ({ items: await readRows(db, sealing), tip })),
    commit: (commit) =>
      guarded(async () => {
        await write(db, sealing, commit);
        tip = commit.tip;
      }),
    async text(id) {
      const plain = await read('texts', id);
      return plain && words.decode(plain);
    },
    thumbnail: (id) => read('thumbnails', id),
    journal: () => guarded(() => readJournal(db, sealing, tip)),
    close: () => db.close(),
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
    return storageOver(db, sealing, tip);
  } catch (error) {
    db.close();
    throw error;
  }
}
