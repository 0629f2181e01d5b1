import Dexie from 'dexie';
import { caseDbName } from './case-db.ts';

/** Deletes everything stored of a case; its key is destroyed already. */
export const deleteCaseDb = (caseId: string): Promise<void> => Dexie.delete(caseDbName(caseId));
