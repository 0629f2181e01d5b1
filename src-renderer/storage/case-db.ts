import Dexie, { type Table } from 'dexie';
import { StorageError } from '#core/ports/case-storage.ts';
import { CASE_DB_VERSION, MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';

export type JournalRecord = { readonly actor: string; readonly seq: number; readonly sealed: Uint8Array };
export type IdRecord = { readonly id: string; readonly sealed: Uint8Array };

/** Tables of one case's database; see `migrations/`. */
export type CaseDb = Dexie & {
  readonly journal: Table<JournalRecord, [string, number]>;
  readonly rows: Table<IdRecord, string>;
  readonly texts: Table<IdRecord, string>;
  readonly thumbnails: Table<IdRecord, string>;
  readonly meta: Table<IdRecord, string>;
};

export const caseDbName = (caseId: string): string => `touchstone-case-${caseId}`;

/** Dexie multiplies versions by ten in the real database. */
const NATIVE_FACTOR = 10;

async function refuseNewer(name: string): Promise<void> {
  const known = await indexedDB.databases();
  const version = known.find((database) => database.name === name)?.version ?? 0;
  if (version > CASE_DB_VERSION * NATIVE_FACTOR) {
    throw new StorageError(
      'newer-version',
      `The case was last opened by a newer version of the app (database ${version / NATIVE_FACTOR}).`,
    );
  }
}

/**
 * Opens a case's database, made or migrated as needed. A database of a newer version is refused
 * with `newer-version` and left untouched.
 */
export async function openCaseDb(
  caseId: string,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<CaseDb> {
  const name = caseDbName(caseId);
  await refuseNewer(name);
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', autoOpen: false });
  for (const { version, stores, upgrade } of migrations) {
    const step = db.version(version).stores({ ...stores });
    if (upgrade) step.upgrade(upgrade);
  }
  try {
    await db.open();
  } catch (error) {
    throw storageFailure(error);
  }
  return db as CaseDb;
}

/** What a database error means to the person. */
export function storageFailure(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const inner = error instanceof Dexie.DexieError ? (error.inner ?? error) : error;
  if (inner instanceof StorageError) return inner;
  const name = inner instanceof Error || inner instanceof DOMException ? inner.name : '';
  if (name === 'QuotaExceededError') return new StorageError('quota', 'The disk is full.', { cause: error });
  if (name === 'VersionError')
    return new StorageError('newer-version', 'A newer database.', { cause: error });
  if (name === 'DatabaseClosedError')
    return new StorageError('closed', 'The case is closed.', { cause: error });
  return new StorageError('failed', error instanceof Error ? error.message : String(error), { cause: error });
}
