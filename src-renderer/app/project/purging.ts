import type { PurgePreview } from '#core/merge/purge-copy.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import type { Refusal } from '#core/ports/command.ts';
import type { Purged } from '#core/ports/project-files.ts';
import type { Done } from '#core/ports/workbench.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useSnapshots } from '#renderer/state/snapshots-store.ts';
import { done, failed, note } from '../failures.ts';
import type { Parts } from '../parts.ts';
import { freeBytesOf, requireRoom } from '../room.ts';
import type { OpenedCase } from '../session.ts';
import { showKept } from './keeping.ts';
import { startProjectJob } from './project-job.ts';

const refusedAs = ({ refused, detail }: Refusal): Done<never> => failed(`command.${refused}`, detail);

/** What a purge would take; nothing is changed. */
export async function previewPurge(
  { host, journals, now }: Parts,
  { desk }: OpenedCase,
  asked: ToPurge,
  signal?: AbortSignal,
): Promise<Done<PurgePreview>> {
  const job = startProjectJob(host, '', now, { signal });
  try {
    await desk.open.settled();
    const held = await desk.open.journal();
    job.show('working', 0, 0);
    const preview = await journals.previewPurge({ held, asked }, job.signal);
    return 'refused' in preview ? refusedAs(preview) : done(preview);
  } finally {
    job.end();
  }
}

/** Erases what lies beside the history: sealed files, and the earlier copies, which hold what is gone. */
async function eraseBeside(host: Host, caseId: string, blobs: readonly string[]): Promise<Purged> {
  const erased = host.call('evidence.erase', { caseId, sha256s: [...blobs] });
  await note('Sealed files of what was purged are left.', erased);
  await note('Earlier copies are left.', host.call('snapshots.prune', { caseId, keep: 0 }));
  return eraseKept(host, caseId);
}

/** Follows a purge that came in by a merge to its end: no copy keeps what it took. */
export async function forgetCopies(
  parts: Parts,
  { caseId }: OpenedCase,
  purgedFiles: readonly string[],
): Promise<Done<Purged>> {
  const purged = await eraseBeside(parts.host, caseId, purgedFiles);
  await note('The snapshots could not be shown.', showKept(parts, { caseId }));
  return done(purged);
}

async function eraseKept(host: Host, caseId: string): Promise<Purged> {
  const { kept } = useSnapshots.getState();
  try {
    return await host.call('snapshots.eraseKept', { caseId });
  } catch (error) {
    // The history is purged already: the person is told what is left, not that it failed.
    console.error('Snapshots in the folder are left.', error);
    return { left: kept ? [kept.folder, ...kept.earlier] : [] };
  }
}

/** Purges for good: the history first, in one piece, then what lies beside it. Stopped, nothing is purged. */
export async function purge(
  parts: Parts,
  { desk, caseId, settledIn }: OpenedCase,
  asked: ToPurge,
): Promise<Done<Purged>> {
  const { host, journals, now } = parts;
  const job = startProjectJob(host, '', now);
  let purged: Purged;
  try {
    await settledIn;
    await requireRoom(freeBytesOf(host));
    const gone = await desk.purge(
      (held, tip) => {
        job.show('working', 0, 0);
        return journals.purge({ held, tip, asked }, job.signal);
      },
      {
        report: (stored, total) => job.show('storing', stored, total),
        requireWanted: () => job.requireWanted(),
      },
    );
    if ('refused' in gone) return refusedAs(gone);
    purged = await eraseBeside(host, caseId, gone.blobs);
  } finally {
    job.end();
  }
  await note('The snapshots could not be shown.', showKept(parts, { caseId }));
  return done(purged);
}
