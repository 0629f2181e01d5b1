import Dexie, { type Table } from 'dexie';
import { MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { openDatabase } from './open-database.ts';
import { guarded } from './storage-failure.ts';

export type JournalRecord = { readonly actor: string; readonly seq: number; readonly sealed: Uint8Array };
export type IdRecord = { readonly id: string; readonly sealed: Uint8Array };

/** Tables of one case's database; see `migrations/`. */
export type CaseDb = Dexie & {
  readonly journal: Table<JournalRecord, [string, number]>;
  /** Rows that changed since they were last packed. */
  readonly rows: Table<IdRecord, string>;
  /** All other rows, many to a record. */
  readonly blocks: Table<IdRecord, string>;
  readonly texts: Table<IdRecord, string>;
  readonly thumbnails: Table<IdRecord, string>;
  readonly meta: Table<IdRecord, string>;
};

const PREFIX = 'touchstone-case-';

export const caseDbName = (caseId: string): string => `${PREFIX}${caseId}`;

/** Opens a case's database, made or migrated as needed; see {@link openDatabase}. */
export const openCaseDb = async (
  caseId: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<CaseDb> => (await openDatabase(caseDbName(caseId), migrations)) as CaseDb;

/** Removes a case's database with all it holds. */
export const deleteCaseDb = (caseId: string): Promise<void> =>
  guarded(() => Dexie.delete(caseDbName(caseId)));

/** Ids of the cases that have a database here, whether the catalogue knows them or not. */
export const caseDbIds = (): Promise<string[]> =>
  guarded(async () => {
    const databases = await indexedDB.databases();
    return databases.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
  });
