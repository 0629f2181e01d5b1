import type Dexie from 'dexie';
import type { Table } from 'dexie';
import { caseDbIds } from './case-db.ts';
import { connectionOf } from './connection.ts';
import type { Migration } from './migrations/migration.ts';
import { openDatabase } from './open-database.ts';
import { requireStrict } from './require-strict.ts';
import { guarded } from './storage-failure.ts';

type CatalogueDb = Dexie & {
  readonly cases: Table<{ readonly id: string; readonly order: number }, string>;
};

/** Which cases are on this laptop: random ids and their order, nothing else. */
export type Catalogue = {
  /** Ids, the last opened first. A case that only its database knows of comes last. */
  list(): Promise<string[]>;
  /** Adds a case, or moves it to the front. */
  touch(caseId: string): Promise<void>;
  remove(caseId: string): Promise<void>;
};

export const CATALOGUE_DB = 'touchstone-catalogue';
const CATALOGUE_MIGRATIONS: readonly Migration[] = [{ version: 1, stores: { cases: 'id, order' } }];

/** Opens the small database that lists the cases; refuses that of a newer version. */
export async function openCatalogue(): Promise<Catalogue> {
  const connection = connectionOf((await openDatabase(CATALOGUE_DB, CATALOGUE_MIGRATIONS)) as CatalogueDb);
  const use = <T>(work: (db: CatalogueDb) => Promise<T>): Promise<T> => guarded(() => connection.use(work));
  return {
    list: () =>
      use(async (db) => {
        const listed = await db.cases.orderBy('order').reverse().primaryKeys();
        const known = new Set(listed);
        return [...listed, ...(await caseDbIds()).filter((id) => !known.has(id))];
      }),
    touch: (id) =>
      use((db) =>
        db.transaction('rw', db.cases, async () => {
          requireStrict();
          const last = await db.cases.orderBy('order').last();
          await db.cases.put({ id, order: (last?.order ?? 0) + 1 });
        }),
      ),
    remove: (id) => use(async (db) => db.cases.delete(id)),
  };
}
