import type { Tip } from '#core/journal/append.ts';
import type { Taken } from '#core/ports/case-storage.ts';
import { itemKey } from '#core/journal/fold.ts';
import type { CaseDb } from './case-db.ts';
import { packRow } from './packing.ts';
import { journalKey, TIP } from './record-keys.ts';
import { requireStrict } from './require-strict.ts';
import { requireTip } from './require-tip.ts';
import type { SealedTable, Sealing } from './sealing.ts';
import { storageFailure } from './storage-failure.ts';

/** Records sealed or put in one go: a few milliseconds, so that the window never stands still. */
const PART = 250;

const utf8 = new TextEncoder();
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function inParts<T, R>(items: readonly T[], seal: (item: T) => R, did: () => void): Promise<R[]> {
  const records: R[] = [];
  for (let at = 0; at < items.length; at += PART) {
    for (const item of items.slice(at, at + PART)) {
      records.push(seal(item));
      did();
    }
    await pause();
  }
  return records;
}

/** Every record of what was taken in, sealed before the transaction begins. */
async function sealTaken(sealing: Sealing, taken: Taken, report: (done: number, total: number) => void) {
  const { added, erased, changed, removed, tip, texts, destroyed } = taken;
  const total = added.length + erased.length + changed.length + texts.size;
  let done = 0;
  const did = (): void => {
    done += 1;
    if (done % PART === 0 || done === total) report(done, total);
  };
  const named = (table: SealedTable, name: string, seal: (key: string) => Uint8Array) => {
    const id = sealing.recordKey(table, name);
    return { id, sealed: seal(id) };
  };
  const idsIn = (table: SealedTable, names: readonly string[]): string[] =>
    names.map((name) => sealing.recordKey(table, name));
  return {
    journal: await inParts(
      [...added, ...erased],
      (entry) => {
        const { actor, seq } = entry.header;
        return { actor, seq, sealed: sealing.sealJson('journal', journalKey(actor, seq), entry) };
      },
      did,
    ),
    rows: await inParts(
      changed,
      (row) =>
        named('rows', itemKey(row.entity, row.id), (key) => sealing.sealJson('rows', key, packRow(row))),
      did,
    ),
    texts: await inParts(
      [...texts],
      ([id, text]) => named('texts', id, (key) => sealing.sealBytes('texts', key, utf8.encode(text))),
      did,
    ),
    removedRows: idsIn('rows', removed),
    removedTexts: idsIn('texts', destroyed.texts),
    removedThumbnails: idsIn('thumbnails', destroyed.thumbnails),
    tip: { id: TIP, sealed: sealing.sealJson('meta', TIP, tip) },
  };
}

/** Stores what a copy of the case brought, all of it or nothing; `anew`: in the place of what was there. */
export async function writeTaken(
  db: CaseDb,
  sealing: Sealing,
  before: Tip,
  taken: Taken,
  report: (done: number, total: number) => void,
  anew = false,
): Promise<void> {
  const sealed = await sealTaken(sealing, taken, report);
  let native: IDBTransaction | null = null;
  const tables = [db.journal, db.rows, db.texts, db.thumbnails, db.meta];
  const transacted = db.transaction('rw', tables, async () => {
    native = requireStrict();
    await requireTip(db, sealing, before);
    // Thumbnails stay: they are made from evidence that stays as well.
    if (anew) for (const table of [db.journal, db.rows, db.texts]) await table.clear();
    // `put`: a body that was withheld may have come, one that is purged must go.
    for (let at = 0; at < sealed.journal.length; at += PART) {
      await db.journal.bulkPut(sealed.journal.slice(at, at + PART));
    }
    await db.rows.bulkDelete(sealed.removedRows);
    for (let at = 0; at < sealed.rows.length; at += PART) {
      await db.rows.bulkPut(sealed.rows.slice(at, at + PART));
    }
    await db.texts.bulkPut(sealed.texts);
    await db.texts.bulkDelete(sealed.removedTexts);
    await db.thumbnails.bulkDelete(sealed.removedThumbnails);
    await db.meta.put(sealed.tip);
  });
  try {
    await transacted;
  } catch (error) {
    throw storageFailure(error, native);
  }
}
