import { pause } from '#core/pause.ts';
import Dexie from 'dexie';
import type { Tip } from '#core/journal/append.ts';
import type { Entry } from '#core/journal/entry.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import type { StoredRows } from './blocks.ts';
import type { CaseDb, IdRecord } from './case-db.ts';
import { openRun, RUN } from './journal-runs.ts';
import { BLOCKS, LIST, TIP } from './record-keys.ts';
import type { Sealing } from './sealing.ts';

const damagedJournal = (message: string): StorageError =>
  new StorageError('damaged', message, { detail: { table: 'journal' } });

/** A chain must go on where the journal ends: an entry that is missing there would leave a hole. */
export async function requireJournalEnd(db: CaseDb, { seen }: Tip): Promise<void> {
  for (const [actor, seq] of Object.entries(seen)) {
    const chain = db.journal.where('[actor+seq]').between([actor, Dexie.minKey], [actor, Dexie.maxKey]);
    const [last] = (await chain.reverse().limit(1).primaryKeys()).map(([, held]) => held);
    if (last !== seq) throw damagedJournal(`A chain ends at ${last ?? 0} instead of ${seq}.`);
  }
}

/** Entries opened in one go: some 20 milliseconds, so that the window never stands still. */
const AT_ONCE = 2000;
/** Records read in one go. */
const RECORDS = 300;

/** Every entry; a hole anywhere is damage, since nothing is ever removed from the journal. */
export async function readJournal(db: CaseDb, sealing: Sealing, { seen }: Tip): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const [actor, last] of Object.entries(seen)) {
    let next = 1;
    // The next records are taken to hold as much as the longest run of these; the first, whole runs.
    let records = Math.floor(AT_ONCE / RUN);
    let opened = 0;
    while (next <= last) {
      const part = await db.journal
        .where('[actor+seq]')
        .between([actor, next], [actor, last], true, true)
        .limit(records)
        .toArray();
      let longest = 1;
      for (const record of part) {
        const run = openRun(sealing, record);
        if (run[0]?.header.seq !== next || run.length !== record.seq - next + 1) {
          throw damagedJournal(`A chain has a hole at ${next}.`);
        }
        for (const entry of run) entries.push(entry);
        longest = Math.max(longest, run.length);
        next = record.seq + 1;
        opened += run.length;
        if (opened < AT_ONCE) continue;
        opened = 0;
        await pause();
      }
      if (part.length === 0) throw damagedJournal(`A chain ends at ${next - 1} instead of ${last}.`);
      records = Math.min(RECORDS, Math.ceil(AT_ONCE / longest));
    }
  }
  return entries;
}

/** What the rows are stored as, at one moment. */
export const readStoredRows = (db: CaseDb): Promise<StoredRows> =>
  db.transaction('r', [db.meta, db.blocks, db.rows], async () => {
    const [list, blocks, loose] = await Promise.all([
      db.meta.get(BLOCKS),
      db.blocks.toArray(),
      db.rows.toArray(),
    ]);
    return { list, blocks, loose };
  });

/** What opening a case reads, as it is stored: it takes no key. */
export type StoredCase = StoredRows & {
  readonly tip: IdRecord | undefined;
  readonly kept: IdRecord | undefined;
  readonly texts: readonly IdRecord[];
};

/** All that opening a case reads, at one moment. */
export const readStored = (db: CaseDb): Promise<StoredCase> =>
  db.transaction('r', [db.meta, db.blocks, db.rows, db.texts], async () => {
    const [tip, kept, list, blocks, loose, texts] = await Promise.all([
      db.meta.get(TIP),
      db.meta.get(LIST),
      db.meta.get(BLOCKS),
      db.blocks.toArray(),
      db.rows.toArray(),
      db.texts.toArray(),
    ]);
    return { tip, kept, list, blocks, loose, texts };
  });

/** Whether any other record opens: then the key is right, and it is the tip that is damaged. */
async function opensAnything(db: CaseDb, sealing: Sealing): Promise<boolean> {
  for (const table of ['rows', 'blocks'] as const) {
    const row = await db[table].toCollection().first();
    if (!row) continue;
    try {
      sealing.openBytes(table, row.id, row.sealed);
      return true;
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'damaged') throw error;
    }
  }
  return false;
}

/** Where the case stands; `wrong-key` when nothing in it opens under this key. */
export async function readTip(db: CaseDb, sealing: Sealing, freshTip: Tip): Promise<Tip> {
  return openTip(db, sealing, await db.meta.get(TIP), freshTip);
}

/** The same of a record that was read before. */
export async function openTip(
  db: CaseDb,
  sealing: Sealing,
  record: IdRecord | undefined,
  freshTip: Tip,
): Promise<Tip> {
  if (!record) return freshTip;
  try {
    return sealing.openJson<Tip>('meta', TIP, record.sealed);
  } catch (error) {
    const damaged = error instanceof StorageError && error.code === 'damaged';
    if (!damaged || (await opensAnything(db, sealing))) throw error;
    throw new StorageError('wrong-key', 'The key does not open this case.', { cause: error });
  }
}
