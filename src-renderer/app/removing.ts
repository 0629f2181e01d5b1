import { HostError } from '#renderer/platform/host.ts';
import type { Parts } from './parts.ts';
import type { Session } from './session.ts';

/**
 * Destroys the key of a case first: from then on nobody can read what is left of it, whatever
 * happens. Cut short, it can be done again.
 */
export async function removeCase(parts: Parts, session: Session, caseId: string): Promise<void> {
  if (session.current?.caseId === caseId) await session.close({ atOnce: true });
  try {
    await parts.host.call('keys.destroy', { caseId });
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'no-such-case') throw error;
  }
  await parts.deleteCase(caseId);
  await parts.catalogue.remove(caseId);
}

/** Removes what a crash left of cases that were being made: nobody has seen them as theirs yet. */
export async function sweepUnfinished({ host, deleteCase, catalogue }: Parts): Promise<void> {
  const { caseIds } = await host.call('keys.sweepUnfinished', {});
  for (const caseId of caseIds) {
    await deleteCase(caseId);
    await catalogue.remove(caseId);
  }
}
