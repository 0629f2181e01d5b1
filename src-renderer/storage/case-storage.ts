import type { Tip } from '#core/journal/append.ts';
import { itemKey } from '#core/journal/fold.ts';
import type { CaseStorage, Commit } from '#core/ports/case-storage.ts';
import { type CaseDb, openCaseDb } from './case-db.ts';
import { packRow } from './packing.ts';
import { readJournal, readRows, readTip, requireJournalEnd } from './read-case.ts';
import { journalKey, TIP } from './record-keys.ts';
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
