import type Dexie from 'dexie';
import { StorageError } from '#core/ports/case-storage.ts';

/** A database that is opened anew when the browser closed it, as it does after a full disk. */
export type Connection<Db extends Dexie> = {
  /** Rejects with a StorageError `closed` once {@link Connection.close} was called. */
  use<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): void;
};

export function connectionOf<Db extends Dexie>(db: Db): Connection<Db> {
  let closed = false;
  let opening: Promise<unknown> | null = null;

  async function reopen(): Promise<void> {
    opening ??= db.open().finally(() => {
      opening = null;
    });
    await opening;
  }
  return {
    async use(work) {
      if (closed) throw new StorageError('closed', 'The database was closed.');
      if (!db.isOpen()) await reopen();
      return work(db);
    },
    close() {
      closed = true;
      db.close();
    },
  };
}
