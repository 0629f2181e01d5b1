import Dexie, { type Table } from 'dexie';

type CatalogueDb = Dexie & {
  readonly cases: Table<{ readonly id: string; readonly order: number }, string>;
};

/** Which cases are on this laptop: random ids and their order, nothing else. */
export type Catalogue = {
  /** Ids, the last opened first. */
  list(): Promise<string[]>;
  /** Adds a case, or moves it to the front. */
  touch(caseId: string): Promise<void>;
  remove(caseId: string): Promise<void>;
};

/** Opens the small database that lists the cases. */
export async function openCatalogue(): Promise<Catalogue> {
  const db = new Dexie('touchstone-catalogue', { chromeTransactionDurability: 'strict' }) as CatalogueDb;
  db.version(1).stores({ cases: 'id, order' });
  await db.open();
  return {
    list: async () => await db.cases.orderBy('order').reverse().primaryKeys(),
    touch: (id) =>
      db.transaction('rw', db.cases, async () => {
        const last = await db.cases.orderBy('order').last();
        await db.cases.put({ id, order: (last?.order ?? 0) + 1 });
      }),
    remove: (id) => db.cases.delete(id),
  };
}
