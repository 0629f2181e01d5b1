import type { SavedProject } from '#core/ports/project-files.ts';
import { type Host, HostError } from '#renderer/platform/host.ts';
import { Failure } from './failures.ts';
import type { Parts } from './parts.ts';
import type { Session } from './session.ts';

/** The project file that a case leaves the laptop as. */
type LeftFile = Pick<SavedProject, 'path' | 'sha256'>;

/** Throws `left-file-gone` unless the file a case leaves as is there as it was written: its stick may be out. */
async function requireLeft(host: Host, { path, sha256 }: LeftFile): Promise<void> {
  const found = await host.call('project.fingerprint', { path }).catch((error: unknown) => {
    if (error instanceof HostError && error.code === 'file-unreadable') return null;
    throw error;
  });
  if (found?.sha256 !== sha256)
    throw new Failure('left-file-gone', 'The file is not there as it was written.');
}

/**
 * Destroys the key of a case first: from then on nobody can read what is left of it, whatever
 * happens. Cut short, it can be done again.
 */
export async function removeCase(
  parts: Parts,
  session: Session,
  caseId: string,
  left?: LeftFile,
): Promise<void> {
  if (left) await requireLeft(parts.host, left);
  if (session.current?.caseId === caseId) await session.close({ atOnce: true });
  try {
    await parts.host.call('keys.destroy', { caseId });
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'no-such-case') throw error;
  }
  await parts.deleteCase(caseId);
  await parts.catalogue.remove(caseId);
}

/**
 * Removes what a crash left of cases that were being made: nobody has seen them as theirs yet.
 * Resolves with how many there were.
 */
export async function sweepUnfinished({ host, deleteCase, catalogue }: Parts): Promise<number> {
  const { caseIds } = await host.call('keys.sweepUnfinished', {});
  for (const caseId of caseIds) {
    await deleteCase(caseId);
    await catalogue.remove(caseId);
  }
  return caseIds.length;
}
