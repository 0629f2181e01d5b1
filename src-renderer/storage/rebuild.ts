import type { Tip } from '#core/journal/append.ts';
import { fold } from '#core/journal/fold.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { verifyChains } from '#core/journal/verify-chain.ts';
import { StorageError } from '#core/ports/case-storage.ts';
import { type SealedBlocks, sealBlocks } from './blocks.ts';
import type { CaseDb } from './case-db.ts';
import { readJournal } from './read-case.ts';
import { LIST } from './record-keys.ts';
import { requireStrict } from './require-strict.ts';
import { requireTip } from './require-tip.ts';
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

/**
 * Puts these rows, packed, in the place of all that are there, or leaves them as they are. `tip`: where
 * the store must stand, so that nothing is written over one that is not as it was left.
 */
export async function replaceRows(
  db: CaseDb,
  sealing: Sealing,
  items: Iterable<FoldedItem>,
  tip: Tip,
): Promise<void> {
  const { blocks, list } = await sealBlocks(sealing, items);
  let native: IDBTransaction | null = null;
  const transacted = db.transaction('rw', [db.rows, db.blocks, db.meta], async () => {
    native = requireStrict();
    await requireTip(db, sealing, tip);
    await putBlocks(db, { blocks, list });
  });
  try {
    await transacted;
  } catch (error) {
    throw storageFailure(error, native);
  }
}

/** Within a transaction: these blocks are all the rows. */
export async function putBlocks(db: CaseDb, { blocks, list }: SealedBlocks): Promise<void> {
  await db.rows.clear();
  await db.blocks.clear();
  await db.blocks.bulkPut(blocks);
  await db.meta.put(list);
  // It may tell what is no longer so, or must not be any more.
  await db.meta.delete(LIST);
}
