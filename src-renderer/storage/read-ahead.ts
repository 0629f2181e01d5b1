import { type CaseDb, caseDbIds, openCaseDb } from './case-db.ts';
import { warmSodium } from './sodium-heap.ts';
import { readStored, type StoredCase } from './read-case.ts';

/**
 * What opening a case reads, read before its key is known: while the passphrase is worked on, the
 * disk would otherwise stand idle. It is sealed, and read again where it is no longer how things are.
 */
export type Ahead = {
  /** The database and what was read, once; null when it could not be, or was dropped. */
  take(): Promise<{ readonly db: CaseDb; readonly stored: StoredCase } | null>;
  /** Closes the database unless it was taken. */
  drop(): Promise<void>;
};

/** Begins to read a case that is about to be opened. */
export function readAhead(caseId: string): Ahead {
  let done = false;
  // Needed as soon as the key is there; whoever opens the case tells its failure.
  warmSodium().catch(() => undefined);
  const reading = (async () => {
    // A database that is gone must not be made anew by a passphrase that may be wrong.
    if (!(await caseDbIds()).includes(caseId)) return null;
    const db = await openCaseDb(caseId);
    try {
      return { db, stored: await readStored(db) };
    } catch (error) {
      db.close();
      throw error;
    }
  })().catch((error: unknown) => {
    // Whoever opens the case meets the same failure and tells it.
    console.warn('The case could not be read ahead.', error);
    return null;
  });
  const once = async () => {
    if (done) return null;
    done = true;
    return reading;
  };
  return {
    take: once,
    async drop() {
      const read = await once();
      read?.db.close();
    },
  };
}
