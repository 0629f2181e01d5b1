import type { Tip } from '#core/journal/append.ts';
import { fold, itemKey } from '#core/journal/fold.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import type { CaseDb } from './case-db.ts';
import { packRow } from './packing.ts';
import { readJournal } from './read-case.ts';
import { requireStrict } from './require-strict.ts';
import type { Sealing } from './sealing.ts';
import { storageFailure } from './storage-failure.ts';

/** The rows the journal stands for. Rejects with `damaged` when the journal itself was altered. */
export async function foldedJournal(db: CaseDb, sealing: Sealing, tip: Tip): Promise<FoldedItem[]> {
  const entries = await readJournal(db, sealing, tip);
  const [fault] = verifyChains(entries);
  if (fault) {
    const { actor, seq } = fault;
    throw new StorageError('damaged', `${fault.fault} at ${seq} of ${actor}`, {
      detail: { table: 'journal' },
    });
  }
  return [...fold(entries).values()];
}

/** Puts these rows in the place of all that are there, or leaves them as they are. */
export async function replaceRows(db: CaseDb, sealing: Sealing, items: readonly FoldedItem[]): Promise<void> {
  const rows = items.map((row) => {
    const id = sealing.recordKey('rows', itemKey(row.entity, row.id));
    return { id, sealed: sealing.sealJson('rows', id, packRow(row)) };
  });
  let native: IDBTransaction | null = null;
  try {
    await db.transaction('rw', db.rows, async () => {
      native = requireStrict();
      await db.rows.clear();
      await db.rows.bulkPut(rows);
    });
  } catch (error) {
    throw storageFailure(error, native);
  }
}
