import Dexie from 'dexie';
import { StorageError } from '#core/ports/case-storage.ts';
import type { Migration } from './migrations/migration.ts';
import { guarded } from './storage-failure.ts';

/** Dexie multiplies versions by ten in the real database. */
const NATIVE_FACTOR = 10;

/** Dexie itself would open a newer database and write into it by what it knows. */
async function refuseNewer(name: string, newest: number): Promise<void> {
  const known = await indexedDB.databases();
  const version = (known.find((database) => database.name === name)?.version ?? 0) / NATIVE_FACTOR;
  if (version <= newest) return;
  throw new StorageError(
    'newer-version',
    `${name} is of version ${version}; this app knows versions up to ${newest}.`,
  );
}

/**
 * Opens a database, made or migrated as needed. One that a newer version of the app has written is
 * refused with `newer-version` and left untouched.
 */
export const openDatabase = (name: string, migrations: readonly Migration[]): Promise<Dexie> =>
  guarded(async () => {
    await refuseNewer(name, migrations.at(-1)?.version ?? 0);
    // Strict: a transaction that has completed is on the disk, not in a cache of the system.
    const db = new Dexie(name, { chromeTransactionDurability: 'strict', autoOpen: false });
    for (const { version, stores, upgrade } of migrations) {
      const step = db.version(version).stores({ ...stores });
      if (upgrade) step.upgrade(upgrade);
    }
    return await db.open();
  });
