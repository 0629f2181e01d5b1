import { deleteCaseDb } from '#renderer/storage/case-db.ts';
import { claimCase } from './case-claim.ts';

/** Removes the database of a case; rejects with `in-use` while another window has it open. */
export async function deleteCase(caseId: string): Promise<void> {
  const free = await claimCase(caseId);
  try {
    await deleteCaseDb(caseId);
  } finally {
    await free();
  }
}
