import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { KeepSnapshots, KeptSnapshots } from '#core/ports/project-files.ts';
import type { Done } from '#core/ports/workbench.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { done, failureOf, note } from '../failures.ts';
import type { Parts } from '../parts.ts';
import type { OpenedCase } from '../session.ts';
import { type ProjectJob, startProjectJob } from './project-job.ts';
import { leavingOf } from './leaving-file.ts';
import { send, sizesOf } from './save-project.ts';
import { restoreFrom } from './snapshots.ts';

/** Shows how snapshots of the case are kept. */
export async function showKept({ host }: Parts, { caseId }: Pick<OpenedCase, 'caseId'>): Promise<void> {
  useSnapshots.setState({ kept: await host.call('snapshots.kept', { caseId }) });
}

/** The person's key, when it has vouched for them in this case already: closing writes no history. */
function signingKey({ desk }: OpenedCase): string | null {
  const own = useIdentity.getState().self?.signingKey ?? null;
  return desk.open.state.actor.get(desk.open.actor)?.signingKey === own ? own : null;
}

async function writeKept(parts: Parts, opened: OpenedCase, job: ProjectJob): Promise<void> {
  const { jobId } = job;
  const { host, now } = parts;
  const { desk, caseId } = opened;
  const leaving = await leavingOf(host, opened, null);
  const { mark, state, actor } = desk.open;
  const { journal, documents } = sizesOf(leaving);
  const { version } = await host.call('app.info', {});
  const publicKey = signingKey(opened);
  job.requireWanted();
  await host.call('snapshots.beginKept', {
    jobId,
    caseId,
    sizes: { journal, documents },
    evidence: leaving.files.map((file) => ({ ...file })),
    sign: publicKey !== null,
    info: {
      caseId,
      title: state.case.get(CASE_ITEM_ID)?.title ?? '',
      savedAt: new Date(now()).toISOString(),
      savedBy: { actor, alias: state.actor.get(actor)?.alias ?? '', publicKey },
      scope: 'whole',
      program: { name: 'Touchstone', version },
    },
  });
  await send(host, jobId, leaving);
  await host.call('snapshots.endKept', { jobId, caseId, mark });
}

async function remember(host: Host, caseId: string, error: unknown): Promise<void> {
  const { code } = failureOf(error);
  // What the person stopped, or the system by sleeping, is no failure.
  if (code === 'cancelled' || code === 'locked') return;
  await note('The failure could not be remembered.', host.call('snapshots.failed', { caseId, code }));
}

/**
 * Writes a snapshot where the person said. Rejects when that fails; it is remembered then, and what
 * was written before stays. `beat`: called while it goes on.
 */
export async function writeSnapshotNow(
  parts: Parts,
  opened: OpenedCase,
  beat: () => void = () => undefined,
): Promise<void> {
  const { host, now } = parts;
  const { caseId } = opened;
  const job = startProjectJob(host, '', now);
  const stop = host.on('project.progress', beat);
  try {
    await writeKept(parts, opened, job);
  } catch (error) {
    await note('The snapshot could not be stopped.', host.call('project.cancel', { jobId: job.jobId }));
    await remember(host, caseId, error);
    throw error;
  } finally {
    stop();
    job.end();
  }
}

/** Whether the case is kept in a folder and has changed since the last snapshot. */
export function snapshotDue({ desk }: OpenedCase): boolean {
  const { kept } = useSnapshots.getState();
  return kept?.on === true && kept.last?.mark !== desk.open.mark;
}

export async function snapshotNow(parts: Parts, opened: OpenedCase): Promise<Done> {
  try {
    await writeSnapshotNow(parts, opened);
    return done(null);
  } finally {
    await showKept(parts, opened);
  }
}

/** Turns snapshots on and writes the first: a folder that does not work shows at once. */
export async function keepSnapshots(
  parts: Parts,
  opened: OpenedCase,
  { folder, protection, evidence }: KeepSnapshots,
): Promise<Done> {
  const { caseId } = opened;
  await parts.host.call('snapshots.keep', {
    caseId,
    folder,
    protection: 'recipients' in protection ? { recipients: [...protection.recipients] } : protection,
    evidence,
  });
  return snapshotNow(parts, opened);
}

export async function stopSnapshots(parts: Parts, opened: OpenedCase): Promise<Done> {
  await parts.host.call('snapshots.stop', { caseId: opened.caseId });
  await showKept(parts, opened);
  return done(null);
}

export async function listKept({ host }: Parts, { caseId }: OpenedCase): Promise<Done<KeptSnapshots>> {
  const { files, ...folders } = await host.call('snapshots.listKept', { caseId });
  return done({ files: files.map(({ path, at, bytes }) => ({ name: path, at, bytes })), ...folders });
}

/** Goes back to a snapshot, evidence and all that it holds; the case as it stands is kept as a copy. */
export const restoreKept = (parts: Parts, opened: OpenedCase, path: string): Promise<Done> =>
  restoreFrom(parts, opened, async (jobId) => {
    const { host } = parts;
    const { caseId } = opened;
    const { documents } = await host.call('snapshots.openKept', { jobId, caseId, path });
    await host.call('project.evidence', { jobId, caseId });
    return documents;
  });
