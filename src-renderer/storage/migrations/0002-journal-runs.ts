import type { Migration } from './migration.ts';

/**
 * A record of the journal may hold a run of consecutive entries of one actor, under the place of the
 * last (`storage/journal-runs.ts`). Records of one entry stay as they are; a program that knows only
 * those must not open the database any more.
 */
export const journalRuns: Migration = { version: 2, stores: {} };
