import { namedBy } from '#core/merge/destroyed.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { CaseSnapshot } from '#core/ports/project-files.ts';
import type { Done } from '#core/ports/workbench.ts';
import { done, note } from '../failures.ts';
import type { Parts } from '../parts.ts';
import { freeBytesOf, requireRoom } from '../room.ts';
import type { OpenedCase } from '../session.ts';
import { piecesOf } from './journal-slices.ts';
import { sendJournal } from './send-journal.ts';
import { readContent } from './read-content.ts';
import { showQuarantined } from '../custody.ts';
import { startProjectJob } from './project-job.ts';
import { takingIn } from './taking-in.ts';

/** How many copies are kept (DESIGN 4). */
const KEPT = 5;

const utf8 = new TextEncoder();

/** Removes the copies beyond the last five; what cannot be removed goes the next time. */
export const pruneSnapshots = ({ host }: Parts, { caseId }: OpenedCase): Promise<void> =>
  note('Older copies are left.', host.call('snapshots.prune', { caseId, keep: KEPT }));

/**
 * Keeps a copy of the case as it stands, which only its own key opens. The oldest is removed by
 * `pruneSnapshots`, once whatever the copy was made for is done: going back to the oldest adds one.
 * `signal`: stops what it is part of.
 */
export async function writeSnapshot(
  { host, now }: Parts,
  { desk, caseId }: OpenedCase,
  signal?: AbortSignal,
): Promise<void> {
  const journal = await desk.open.journal();
  const { blobs, documents } = namedBy(journal);
  const { state, actor } = desk.open;
  const title = state.case.get(CASE_ITEM_ID)?.title ?? '';
  const job = startProjectJob(host, title, now);
  const { jobId } = job;
  try {
    const { version } = await host.call('app.info', {});
    job.requireWanted();
    await host.call('snapshots.begin', {
      jobId,
      caseId,
      sizes: { journal: journal.length * 1500, documents: 0 },
      // Going back to the copy needs them, whatever becomes of the case meanwhile.
      names: [...blobs],
      info: {
        caseId,
        title,
        savedAt: new Date(now()).toISOString(),
        savedBy: { actor, alias: state.actor.get(actor)?.alias ?? '', publicKey: null },
        scope: 'whole',
        program: { name: 'Touchstone', version },
      },
    });
    await sendJournal(host, jobId, journal, () => signal?.throwIfAborted());
    for (const id of documents) {
      const text = await desk.open.text(id);
      for (const bytes of piecesOf(utf8.encode(text ?? ''))) {
        await host.call('project.saveText', { jobId, id, bytes });
      }
    }
    await host.call('project.endSave', { jobId });
  } catch (error) {
    await note('The copy could not be stopped.', host.call('project.cancel', { jobId }));
    throw error;
  } finally {
    job.end();
  }
}

/** The copies that are kept, the latest first. */
export async function listSnapshots(
  { host }: Parts,
  { caseId }: OpenedCase,
): Promise<Done<readonly CaseSnapshot[]>> {
  const { snapshots } = await host.call('snapshots.list', { caseId });
  return done(snapshots.map(({ name, bytes }) => ({ name, bytes, at: Number.parseInt(name, 10) })));
}

/**
 * Goes back to the copy that `open` opens under a job id, resolving with its documents; the case as
 * it stands is kept as a copy first.
 */
export async function restoreFrom(
  parts: Parts,
  opened: OpenedCase,
  open: (jobId: string) => Promise<readonly string[]>,
): Promise<Done> {
  const { host, now } = parts;
  const { desk, settledIn } = opened;
  await settledIn;
  await requireRoom(freeBytesOf(host));
  await writeSnapshot(parts, opened);
  const { actor, state } = desk.open;
  const alias = state.actor.get(actor)?.alias ?? '';
  const job = startProjectJob(host, '', now);
  const { jobId } = job;
  try {
    const content = await readContent(host, jobId, await open(jobId));
    job.requireWanted();
    await desk.restore(content, alias, takingIn(parts, opened.caseId, job));
    await pruneSnapshots(parts, opened);
    await note('The quarantine could not be read.', showQuarantined(parts, opened));
    return done(null);
  } finally {
    await note('The copy could not be closed.', host.call('project.close', { jobId }));
    job.end();
  }
}

/** Goes back to a copy on this laptop. */
export const restoreSnapshot = (parts: Parts, opened: OpenedCase, name: string): Promise<Done> =>
  restoreFrom(parts, opened, async (jobId) => {
    const { documents } = await parts.host.call('snapshots.open', { jobId, caseId: opened.caseId, name });
    return documents;
  });
