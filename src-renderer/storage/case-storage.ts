import Dexie from 'dexie';
import type { Tip } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { type CaseStorage, type Commit, StorageError } from '#core/ports/case-storage.ts';
import { type CaseDb, openCaseDb, storageFailure } from './case-db.ts';
import type { Sealing } from './sealing.ts';

const TIP = 'tip';
const utf8 = new TextEncoder();
const words = new TextDecoder();

const journalKey = (actor: string, seq: number): string => `${actor}/${seq}`;

/** "Saved" must mean on the disk: a transaction that only reached the cache is refused. */
function requireStrict(): void {
  const transaction: IDBTransaction | undefined = Dexie.currentTransaction?.idbtrans;
  const durability = transaction?.durability;
  if (durability !== undefined && durability !== 'strict') {
    throw new StorageError('failed', `A transaction was ${durability}, not strict.`);
  }
}

async function write(
  db: CaseDb,
  sealing: Sealing,
  { entries, rows, tip, texts, thumbnails }: Commit,
): Promise<void> {
  const journal = entries.map((entry) => {
    const { actor, seq } = entry.header;
    return { actor, seq, sealed: sealing.sealJson('journal', journalKey(actor, seq), entry) };
  });
  const sealedRows = rows.map((row) => ({ id: row.id, sealed: sealing.sealJson('rows', row.id, row) }));
  await db.transaction('rw', [db.journal, db.rows, db.texts, db.thumbnails, db.meta], async () => {
    requireStrict();
    // `add`, not `put`: a chain is continued in one place only, a second writer must fail here.
    await db.journal.bulkAdd(journal);
    await db.rows.bulkPut(sealedRows);
    for (const [id, text] of texts ?? []) {
      await db.texts.put({ id, sealed: sealing.sealBytes('texts', id, utf8.encode(text)) });
    }
    for (const [id, picture] of thumbnails ?? []) {
      await db.thumbnails.put({ id, sealed: sealing.sealBytes('thumbnails', id, picture) });
    }
    await db.meta.put({ id: TIP, sealed: sealing.sealJson('meta', TIP, tip) });
  });
}

/** Runs a database call; whatever fails comes out as a StorageError. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error);
  }
}

async function openRecord(sealing: Sealing, db: CaseDb, table: 'texts' | 'thumbnails', id: string) {
  const record = await db[table].get(id);
  return record ? sealing.openBytes(table, id, record.sealed) : null;
}

/**
 * Opens the store of an unlocked case. `freshTip` is where a case without entries starts. Rejects
 * with `wrong-key` when the key is not the one the case was sealed with.
 */
export async function openCaseStorage(caseId: string, sealing: Sealing, freshTip: Tip): Promise<CaseStorage> {
  const db = await openCaseDb(caseId);
  let tip: Tip;
  try {
    const record = await db.meta.get(TIP);
    tip = record ? sealing.openJson<Tip>('meta', TIP, record.sealed) : freshTip;
  } catch (error) {
    db.close();
    const failure = storageFailure(error);
    if (failure.code !== 'damaged') throw failure;
    throw new StorageError('wrong-key', 'The key does not open this case.', { cause: error });
  }

  return {
    load: () =>
      guarded(async () => {
        const rows = await db.rows.toArray();
        return { items: rows.map(({ id, sealed }) => sealing.openJson<FoldedItem>('rows', id, sealed)), tip };
      }),
    commit: (commit) =>
      guarded(async () => {
        await write(db, sealing, commit);
        tip = commit.tip;
      }),
    text: (id) =>
      guarded(async () => {
        const plain = await openRecord(sealing, db, 'texts', id);
        return plain && words.decode(plain);
      }),
    thumbnail: (id) => guarded(() => openRecord(sealing, db, 'thumbnails', id)),
    journal: () =>
      guarded(async () => {
        const records = await db.journal.toArray();
        return records.map(({ actor, seq, sealed }) =>
          sealing.openJson<Entry>('journal', journalKey(actor, seq), sealed),
        );
      }),
    close: () => db.close(),
  };
}
