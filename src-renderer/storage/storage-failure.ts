import Dexie from 'dexie';
import { StorageError } from '#core/ports/case-storage.ts';

/** The error a Dexie error wraps, at the bottom: what the browser itself said. */
function rootOf(error: unknown): unknown {
  if (error instanceof Dexie.BulkError) return rootOf(error.failures[0] ?? new Error(error.message));
  if (error instanceof Dexie.DexieError && error.inner) return rootOf(error.inner);
  return error;
}

const nameOf = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.name : '';

/**
 * What a database error means to the person. `transaction`: the one it ended; when the disk is full,
 * its requests only say that they were aborted, and it alone says why.
 */
export function storageFailure(error: unknown, transaction: IDBTransaction | null = null): StorageError {
  const root = rootOf(error);
  if (root instanceof StorageError) return root;
  const cause = { cause: error };
  const names = new Set([nameOf(error), nameOf(root), nameOf(transaction?.error)]);
  if (names.has('QuotaExceededError')) return new StorageError('quota', 'The disk is full.', cause);
  if (names.has('VersionError')) {
    return new StorageError('newer-version', 'The database is of a newer version of the app.', cause);
  }
  if (names.has('DatabaseClosedError') || names.has('InvalidStateError')) {
    return new StorageError('closed', 'The case is closed.', cause);
  }
  // Chromium says so when a file under the database is damaged or was taken away.
  if (names.has('DataError') || names.has('NotReadableError')) {
    return new StorageError('damaged', 'The database cannot be read.', cause);
  }
  return new StorageError('failed', root instanceof Error ? root.message : String(root), cause);
}

/** Runs a database call; whatever fails comes out as a StorageError. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error);
  }
}
