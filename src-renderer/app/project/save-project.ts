import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { Params } from '#contract/methods.ts';
import type { ProjectSpace, SavedProject, SaveProject } from '#core/ports/project-files.ts';
import type { Done } from '#core/ports/workbench.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { Failure, note, done } from '../failures.ts';
import type { Parts } from '../parts.ts';
import { keepRelease } from '../releasing.ts';
import type { OpenedCase } from '../session.ts';
import { piecesOf } from './journal-slices.ts';
import { sendJournal } from './send-journal.ts';
import { type LeavingFile, leavesOfFile, leavingOf, namedIn, redactedFile } from './leaving-file.ts';
import { startProjectJob } from './project-job.ts';

const utf8 = new TextEncoder();
/** What an entry takes in the file, about, in bytes: for the space needed. */
const BYTES_OF_ENTRY = 1500;

export function sizesOf({ entries, texts, files }: LeavingFile) {
  let documents = 0;
  for (const text of texts.values()) documents += utf8.encode(text).length;
  return {
    journal: entries.length * BYTES_OF_ENTRY,
    documents,
    evidence: files.map(({ size }) => size),
  };
}

export async function send(host: Host, jobId: string, { entries, texts }: LeavingFile): Promise<void> {
  await sendJournal(host, jobId, entries);
  for (const [id, text] of texts) {
    for (const bytes of piecesOf(utf8.encode(text)))
      await host.call('project.saveText', { jobId, id, bytes });
  }
}

/**
 * Has the person's key vouch for the actor they write as, once a case; returns the key that signs,
 * null while they have none or it is locked.
 */
async function vouchFor(host: Host, { desk, caseId }: OpenedCase): Promise<string | null> {
  const self = useIdentity.getState().self;
  if (!self) return null;
  const { actor, state } = desk.open;
  if (state.actor.get(actor)?.signingKey !== self.signingKey) {
    const vouched = await host.call('identity.vouch', { caseId, actor });
    await desk.open.commit({
      changes: () => [{ entity: 'actor', entityId: actor, op: 'update', patch: { ...vouched } }],
    });
  }
  return self.signingKey;
}

/** The last file of a case, gone with the opened case; how it was sealed only the vault knows. */
const lastSaved = new WeakMap<OpenedCase, Omit<SaveProject, 'protection'>>();

/** What is saved: read once, so that space, file and release speak of the same. */
async function contentOf(
  host: Host,
  opened: OpenedCase,
  { claimIds, redacted }: Pick<SaveProject, 'claimIds' | 'redacted'>,
): Promise<{ content: LeavingFile; seen: Readonly<Record<string, number>> }> {
  const { open } = opened.desk;
  const whole = await leavingOf(host, opened, claimIds);
  const alias = open.state.actor.get(open.actor)?.alias ?? '';
  return { content: redacted ? redactedFile(whole, open.state, alias) : whole, seen: open.seen };
}

async function spaceFor(host: Host, content: LeavingFile, path: string | null): Promise<ProjectSpace> {
  const { evidence, ...sizes } = sizesOf(content);
  return host.call('project.space', { path, ...sizes, evidence: [...evidence] });
}

/** What a save would need, before anything is written. */
export async function projectSpace(
  { host }: Parts,
  opened: OpenedCase,
  { path, ...what }: Pick<SaveProject, 'claimIds' | 'redacted'> & { readonly path: string | null },
): Promise<Done<ProjectSpace>> {
  return done(await spaceFor(host, (await contentOf(host, opened, what)).content, path));
}

async function requireSpace(host: Host, content: LeavingFile, path: string): Promise<void> {
  const { needed, free } = await spaceFor(host, content, path);
  if (free === null || free >= needed) return;
  throw new Failure('no-room', 'There is no room for the file.', { detail: { needed, free } });
}

async function save(
  { host, now }: Parts,
  opened: OpenedCase,
  { path, claimIds, redacted }: Omit<SaveProject, 'protection'>,
  protection: Params<'project.beginSave'>['protection'],
): Promise<SavedProject> {
  const { desk, caseId } = opened;
  const { state, actor } = desk.open;
  const job = startProjectJob(host, state.case.get(CASE_ITEM_ID)?.title ?? '', now);
  const { jobId } = job;
  try {
    const publicKey = await vouchFor(host, opened);
    const { content, seen } = await contentOf(host, opened, { claimIds, redacted });
    await requireSpace(host, content, path);
    const { version } = await host.call('app.info', {});
    const { evidence: _, ...sizes } = sizesOf(content);
    job.requireWanted();
    await host.call('project.beginSave', {
      jobId,
      caseId,
      path,
      protection,
      sizes,
      evidence: content.files.map((file) => ({ ...file })),
      sign: publicKey !== null,
      info: {
        caseId,
        title: content.title,
        savedAt: new Date(now()).toISOString(),
        savedBy: { actor, alias: state.actor.get(actor)?.alias ?? '', publicKey },
        scope: content.scope,
        program: { name: 'Touchstone', version },
      },
    });
    try {
      await send(host, jobId, content);
      await host.call('project.endSave', { jobId });
    } catch (error) {
      await note('The save could not be stopped.', host.call('project.cancel', { jobId }));
      throw error;
    }
    const finished = await host.call('project.fingerprint', { path });
    const madeFrom = { seen, leaves: leavesOfFile(content, claimIds) };
    const file = { path, ...finished, holds: namedIn(content, state) };
    const { without } = content;
    return { path, ...finished, without, release: await keepRelease(opened, madeFrom, file) };
  } finally {
    job.end();
  }
}

/** Saves the open case, or a part of it, as a project file; cancelled or failed, the old file stays. */
export async function saveProject(
  parts: Parts,
  opened: OpenedCase,
  { protection, ...what }: SaveProject,
): Promise<Done<SavedProject>> {
  const chosen = 'recipients' in protection ? { recipients: [...protection.recipients] } : protection;
  const saved = await save(parts, opened, what, chosen);
  lastSaved.set(opened, what);
  return done(saved);
}

/** The same once more; null when nothing was saved since the case was opened. */
export async function saveProjectAgain(parts: Parts, opened: OpenedCase): Promise<Done<SavedProject | null>> {
  const what = lastSaved.get(opened);
  return done(what ? await save(parts, opened, what, { again: true }) : null);
}
