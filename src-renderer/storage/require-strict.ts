import Dexie from 'dexie';
import { StorageError } from '#core/ports/case-storage.ts';

/**
 * Called inside a transaction; gives the browser's own. "Saved" must mean on the disk: where the
 * browser reports that the transaction is anything but strict, it is refused.
 */
export function requireStrict(): IDBTransaction | null {
  const transaction: IDBTransaction | undefined = Dexie.currentTransaction?.idbtrans;
  const durability = transaction?.durability;
  if (durability !== undefined && durability !== 'strict') {
    throw new StorageError('failed', `A transaction was ${durability}, not strict.`);
  }
  return transaction ?? null;
}
