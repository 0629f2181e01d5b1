import { namedBy } from '#core/merge/destroyed.ts';
import type { Host } from '#renderer/platform/host.ts';
import { blobsInUse } from '../blobs-in-use.ts';
import { ForkedChainError } from '#core/journal/union.ts';
import type { OpenedProject, ReviewedMerge } from '#core/ports/project-files.ts';
import type { Done, NewCase } from '#core/ports/workbench.ts';
import { done, Failure, note } from '../failures.ts';
import { actorChange } from '../founding.ts';
import type { Incoming, Merged } from '../open-case.ts';
import type { Unlocked } from '../opening.ts';
import type { Parts } from '../parts.ts';
import { freeBytesOf, requireRoom } from '../room.ts';
import type { OpenedCase, Session } from '../session.ts';
import { showQuarantined } from '../custody.ts';
import { eraseUnnamed } from './erase-unnamed.ts';
import { startProjectJob } from './project-job.ts';
import { pruneSnapshots, writeSnapshot } from './snapshots.ts';
import { readContent } from './read-content.ts';
import { takingIn } from './taking-in.ts';

/** What an entry with its row takes on the disk at most, in bytes. */
const BYTES_OF_ENTRY = 16 * 1024;

/** The content of opened files, until they are closed. */
const contents = new Map<string, Promise<Incoming>>();

/** Read once: the vault hands the lines out one after the other. */
function contentOf({ jobId }: OpenedProject): Promise<Incoming> {
  const content = contents.get(jobId);
  if (!content) throw new Failure('cancelled', 'The file was closed.');
  return content;
}

/** Checks a project file whole; what it holds is read, and nothing of it is stored. */
export async function openProject(
  { host, now }: Parts,
  session: Session,
  path: string,
  passphrase: string | null,
): Promise<Done<OpenedProject>> {
  const job = startProjectJob(host, '', now);
  const { jobId } = job;
  try {
    const summary = await host.call('project.open', { jobId, path, passphrase });
    const { info, signature, entries, withheld, actors, documents, evidence, missing } = summary;
    const content = readContent(host, jobId, documents);
    // Its failure is met where it is used; until then it must not count as unhandled.
    content.catch(() => undefined);
    contents.set(jobId, content);
    const { caseIds } = await host.call('keys.list', {});
    const here =
      session.current?.caseId === info.caseId ? 'open' : caseIds.includes(info.caseId) ? 'locked' : 'no';
    return done({
      jobId,
      caseId: info.caseId,
      title: info.title,
      savedAt: info.savedAt,
      savedBy: { alias: info.savedBy.alias, publicKey: info.savedBy.publicKey },
      scope: info.scope,
      signature,
      entries,
      withheld,
      people: actors.length,
      documents: documents.length,
      evidence,
      missingEvidence: missing.evidence,
      here,
    });
  } finally {
    job.end();
  }
}

/** Forgets the file; what was not taken stays out. */
export async function closeProject({ host }: Parts, { jobId }: OpenedProject): Promise<void> {
  contents.delete(jobId);
  await note('The project file could not be closed.', host.call('project.close', { jobId }));
}

async function takeAll(
  parts: Parts,
  unlocked: Unlocked,
  project: OpenedProject,
  alias: string,
): Promise<void> {
  const { host, now } = parts;
  const { jobId, caseId } = project;
  const job = startProjectJob(host, project.title, now, { jobId });
  try {
    const content = await contentOf(project);
    job.requireWanted();
    await host.call('project.evidence', { jobId, caseId });
    job.requireWanted();
    await unlocked.open.takeIn(content, takingIn(parts, caseId, job));
    // Nobody but this sees the case yet: until it is shown it can still be given up.
    job.requireWanted();
    await unlocked.open.commit({ changes: () => [actorChange(unlocked.open.actor, alias)] });
  } finally {
    job.end();
  }
}

/** Stores the file's case as a new one and opens it; when that fails on the way, nothing is left. */
export async function takeProject(
  parts: Parts,
  session: Session,
  project: OpenedProject,
  { alias, passphrase, keychain }: Omit<NewCase, 'title'>,
): Promise<Done<{ caseId: string }>> {
  const { host, catalogue } = parts;
  const { caseId, jobId, evidence, entries } = project;
  await session.close({ keepFile: jobId });
  await requireRoom(freeBytesOf(host), evidence.bytes + entries * BYTES_OF_ENTRY);
  const { key } = await host.call('keys.create', { caseId, passphrase, keychain });
  let unlocked: Unlocked | null = null;
  try {
    unlocked = await parts.openCase(caseId, key);
    await takeAll(parts, unlocked, project, alias);
    await host.call('keys.finish', { caseId });
    await catalogue.touch(caseId);
    await session.show(unlocked);
    await closeProject(parts, project);
    return done({ caseId });
  } catch (error) {
    await unlocked?.release();
    await note('The key of a half-made case is left.', host.call('keys.destroy', { caseId }));
    await note('The database of a half-made case is left.', parts.deleteCase(caseId));
    await note('A half-made case is still listed.', catalogue.remove(caseId));
    throw error;
  }
}

function requireSame({ caseId }: OpenedCase, project: OpenedProject): void {
  if (caseId !== project.caseId) throw new Failure('other-case-locked', 'Another case is open.');
}

/** A chain continued in two places cannot be told apart from a forgery. */
function asFailure(error: unknown): unknown {
  return error instanceof ForkedChainError
    ? new Failure('forked-chain', error.message, { cause: error })
    : error;
}

/** How many files of the case, lost on this laptop, a project file brings back. */
async function foundAgain(
  host: Host,
  { caseId, desk }: OpenedCase,
  { missingEvidence }: OpenedProject,
  { entries }: Incoming,
): Promise<number> {
  const lacks = new Set(missingEvidence);
  const brought = namedBy(entries).blobs;
  const sha256s = blobsInUse(desk.open.state).filter((sha256) => brought.has(sha256) && !lacks.has(sha256));
  if (sha256s.length === 0) return 0;
  return (await host.call('evidence.missing', { caseId, sha256s })).sha256s.length;
}

const reviewed = (
  { review, vouched, anew, after, destroyed }: Merged,
  foundAgain: number,
): ReviewedMerge => ({
  foundAgain,
  review,
  vouched,
  anew,
  after,
  purgedFiles: destroyed.blobs,
});

/** What merging would bring; nothing is stored. */
export async function reviewProject(
  parts: Parts,
  opened: OpenedCase,
  project: OpenedProject,
  signal?: AbortSignal,
): Promise<Done<ReviewedMerge>> {
  requireSame(opened, project);
  const job = startProjectJob(parts.host, project.title, parts.now, { signal });
  try {
    const { merging } = takingIn(parts, opened.caseId, job);
    const coming = contentOf(project).then((content) => {
      job.requireWanted();
      return content;
    });
    const merged = await opened.desk.open.plan(coming, merging);
    return done(reviewed(merged, await foundAgain(parts.host, opened, project, await coming)));
  } catch (error) {
    throw asFailure(error);
  } finally {
    job.end();
  }
}

/** Merges the file into the open case: its evidence first, so that nothing stored lacks its file. */
export async function mergeProject(
  parts: Parts,
  opened: OpenedCase,
  project: OpenedProject,
): Promise<Done<ReviewedMerge>> {
  requireSame(opened, project);
  const { host, now } = parts;
  const { caseId, desk, settledIn } = opened;
  const job = startProjectJob(host, project.title, now, { jobId: project.jobId });
  let ready: Promise<unknown> = Promise.resolve();
  try {
    // The sweep must not meet a file that the case does not name yet.
    await settledIn;
    await requireRoom(freeBytesOf(host), project.evidence.bytes + project.entries * BYTES_OF_ENTRY);
    const content = await contentOf(project);
    const again = await foundAgain(host, opened, project, content);
    // What the merge is undone with, and the files it names, stand before it; sealing goes on meanwhile.
    ready = writeSnapshot(parts, opened, job.signal)
      .then(() => {
        job.requireWanted();
        return host.call('project.evidence', { jobId: project.jobId, caseId });
      })
      .then(() => job.requireWanted());
    const merged = await desk.takeIn(content, { ...takingIn(parts, caseId, job), ready });
    await pruneSnapshots(parts, opened);
    await note('Sealed files of what was purged are left.', eraseUnnamed(host, opened, content));
    await note('The quarantine could not be read.', showQuarantined(parts, opened));
    return done(reviewed(merged, again));
  } catch (error) {
    // Nothing of it may go on once it is said to have ended.
    await Promise.allSettled([ready]);
    throw asFailure(error);
  } finally {
    job.end();
  }
}
