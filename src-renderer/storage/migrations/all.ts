import { initial } from './0001-initial.ts';
import { journalRuns } from './0002-journal-runs.ts';
import { rowsInBlocks } from './0003-rows-in-blocks.ts';
import type { Migration } from './migration.ts';

/** Every migration of a case database, in order. */
export const MIGRATIONS: readonly Migration[] = [initial, journalRuns, rowsInBlocks];

/** Version of a case database that this app writes. */
export const CASE_DB_VERSION = MIGRATIONS.length;
