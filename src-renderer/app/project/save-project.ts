import type { Entry } from '#core/journal/entry.ts';
import { namedBy } from '#core/merge/destroyed.ts';
import { partOf } from '#core/merge/part-of.ts';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { Done, SavedProject, SaveProject } from '#core/ports/workbench.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useIdentity } from '#renderer/state/identity-store.ts';
import { Failure, note, done } from '../failures.ts';
import type { Parts } from '../parts.ts';
import type { OpenedCase } from '../session.ts';
import { type FileRef, fileRefsIn } from './file-refs.ts';
import { journalSlices, piecesOf } from './journal-slices.ts';
import { startProjectJob } from './project-job.ts';

/** What leaves: the whole case, or chosen claims with what they rest on. */
type Leaving = {
  readonly scope: 'whole' | 'part';
  readonly entries: readonly Entry[];
  readonly texts: ReadonlyMap<string, string>;
  readonly files: readonly FileRef[];
};

const utf8 = new TextEncoder();
/** What an entry takes in the file, about, in bytes: for the space needed. */
const BYTES_OF_ENTRY = 1500;

export async function leavingOf({ desk }: OpenedCase, claimIds: readonly string[] | null): Promise<Leaving> {
  await desk.open.settled();
  const journal = await desk.open.journal();
  const part = claimIds === null ? null : partOf(journal, desk.open.state, claimIds);
  const entries = part?.entries ?? journal;
  const texts = new Map<string, string>();
  for (const id of namedBy(entries).documents) {
    const text = await desk.open.text(id);
    if (text !== null) texts.set(id, text);
  }
  return { scope: part ? 'part' : 'whole', entries, texts, files: fileRefsIn(entries) };
}

export function sizesOf({ entries, texts, files }: Leaving) {
  let documents = 0;
  for (const text of texts.values()) documents += utf8.encode(text).length;
  return {
    journal: entries.length * BYTES_OF_ENTRY,
    documents,
    evidence: files.map(({ size }) => size),
  };
}

export async function send(host: Host, jobId: string, { entries, texts }: Leaving): Promise<void> {
  for await (const bytes of journalSlices(entries)) await host.call('project.saveEntries', { jobId, bytes });
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

/** Saves the open case, or a part of it, as a project file; cancelled or failed, the old file stays. */
export async function saveProject(
  { host, now }: Parts,
  opened: OpenedCase,
  { path, protection, claimIds }: SaveProject,
): Promise<Done<SavedProject>> {
  const { desk, caseId } = opened;
  const { state, actor } = desk.open;
  const title = state.case.get(CASE_ITEM_ID)?.title ?? '';
  const job = startProjectJob(host, title, now);
  const { jobId } = job;
  try {
    const publicKey = await vouchFor(host, opened);
    const leaving = await leavingOf(opened, claimIds);
    const { evidence, ...sizes } = sizesOf(leaving);
    const { needed, free } = await host.call('project.space', { path, ...sizes, evidence: [...evidence] });
    if (free !== null && free < needed) throw new Failure('disk-full', 'There is no room for the file.');
    const { version } = await host.call('app.info', {});
    const savedBy = { actor, alias: state.actor.get(actor)?.alias ?? '', publicKey };
    job.requireWanted();
    await host.call('project.beginSave', {
      jobId,
      caseId,
      path,
      protection: 'recipients' in protection ? { recipients: [...protection.recipients] } : protection,
      sizes,
      evidence: leaving.files.map((file) => ({ ...file })),
      sign: publicKey !== null,
      info: {
        caseId,
        title,
        savedAt: new Date(now()).toISOString(),
        savedBy,
        scope: leaving.scope,
        program: { name: 'Touchstone', version },
      },
    });
    try {
      await send(host, jobId, leaving);
      const { bytes } = await host.call('project.endSave', { jobId });
      return done({ path, bytes });
    } catch (error) {
      await note('The save could not be stopped.', host.call('project.cancel', { jobId }));
      throw error;
    }
  } finally {
    job.end();
  }
}
