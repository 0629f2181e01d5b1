import { v7 as newId } from 'uuid';
import type { BlobRef, FileCheck } from '#core/model/evidence.ts';
import type { Stance } from '#core/model/claim-parts.ts';
import type { Attachable, Attached, Done } from '#core/ports/workbench.ts';
import { SLICE_BYTES } from '#contract/methods.ts';
import { attachEvidence } from '#renderer/commands/attach-evidence.ts';
import type { EvidenceFields } from '#renderer/commands/support/evidence-fields.ts';
import type { Host } from '#renderer/platform/host.ts';
import { dropJob, putJob } from '#renderer/state/jobs-store.ts';
import { takeVerdict } from './custody.ts';
import { attempt, done, Failure, note } from './failures.ts';
import type { Parts } from './parts.ts';
import type { OpenedCase } from './session.ts';

type FieldsOf = (file: BlobRef) => Partial<EvidenceFields>;
type Bearing = { readonly claimId: string; readonly stance: Stance } | null;

const nameOf = (file: Attachable): string =>
  file.kind === 'bytes' ? file.name : (file.path.split(/[\\/]/u).at(-1) ?? file.path);

async function readSlice(blob: Blob, at: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(at, at + SLICE_BYTES).arrayBuffer());
  } catch (error) {
    throw new Failure('file-unreadable', 'The pasted bytes cannot be read any more.', { cause: error });
  }
}

async function storeBytes(
  host: Host,
  caseId: string,
  jobId: string,
  blob: Blob,
  name: string,
): Promise<BlobRef> {
  const { type, size } = blob;
  await host.call('evidence.begin', { caseId, jobId, name, mediaType: type, size });
  try {
    for (let at = 0; at < size; at += SLICE_BYTES) {
      // One at a time: the answer comes when the slice is written, so memory never holds the file.
      await host.call('evidence.slice', { jobId, bytes: await readSlice(blob, at) });
    }
    return await host.call('evidence.end', { jobId });
  } catch (error) {
    // The vault would wait for the rest until it is locked.
    await note('The job could not be stopped.', host.call('evidence.cancel', { jobId }));
    throw error;
  }
}

/** Shows work of the vault as a job with its progress, which can be cancelled, while it runs. */
async function asJob<T>(
  host: Host,
  kind: 'evidence' | 'check',
  subject: string,
  work: (jobId: string) => Promise<T>,
): Promise<T> {
  const jobId = newId();
  const cancel = (): void =>
    void note('The job could not be stopped.', host.call('evidence.cancel', { jobId }));
  const show = (doneBytes: number, total: number): void =>
    putJob({ id: jobId, kind, subject, done: doneBytes, total, cancel });
  show(0, 0);
  const stop = host.on('evidence.progress', (progress) => {
    if (progress.jobId === jobId) show(progress.done, progress.total);
  });
  try {
    return await work(jobId);
  } finally {
    stop();
    dropJob(jobId);
  }
}

/** Seals a file, shown as a job. */
export const sealFile = (host: Host, caseId: string, file: Attachable): Promise<BlobRef> =>
  asJob(host, 'evidence', nameOf(file), (jobId) =>
    file.kind === 'path'
      ? host.call('evidence.store', { caseId, jobId, path: file.path })
      : storeBytes(host, caseId, jobId, file.blob, file.name),
  );

/** Hashes a sealed file again: whether it is still the one that was stored. */
export const checkFile = (
  parts: Parts,
  opened: OpenedCase,
  { sha256, size, name }: BlobRef,
): Promise<Done<FileCheck>> =>
  attempt(() =>
    asJob(parts.host, 'check', name, async (jobId) => {
      const { caseId } = opened;
      const { verdict } = await parts.host.call('evidence.check', { caseId, jobId, sha256, size });
      await takeVerdict(parts, opened, { sha256 }, verdict);
      return done(verdict);
    }),
  );

/** What would fail for the files after it just as well. */
const ENDS_ALL: ReadonlySet<string> = new Set([
  'cancelled',
  'locked',
  'closed',
  'disk-full',
  'quota',
  'read-only',
  'command.not-found',
  'command.claim-merged',
]);

async function attachOne(
  { host, makeThumbnail, lookOf }: Parts,
  { desk, caseId }: OpenedCase,
  file: Attachable,
  bearing: Bearing,
  fieldsOf: FieldsOf,
): Promise<Done<string>> {
  const blob = await sealFile(host, caseId, file);
  const id = newId();
  const thumbnail = await makeThumbnail(caseId, blob);
  const perceptualHash = thumbnail && (await lookOf(thumbnail));
  const result = await desk.run(
    attachEvidence,
    { items: [{ id, kind: 'file', file: blob, perceptualHash, fields: fieldsOf(blob) }], bearing },
    thumbnail ? { thumbnails: new Map([[id, thumbnail]]) } : {},
  );
  return result.ok ? done(id) : result;
}

/**
 * Seals the files one after the other; each is in the case as soon as it is sealed. A file that
 * fails is told by name and the others go on, unless they would all fail for the same reason.
 */
export async function attach(
  parts: Parts,
  opened: OpenedCase,
  files: readonly Attachable[],
  bearing: Bearing,
  fieldsOf: FieldsOf = () => ({}),
): Promise<Done<Attached>> {
  // The sweep must not meet a file that the case does not name yet.
  await opened.settledIn;
  const ids: string[] = [];
  const failed: Attached['failed'][number][] = [];
  for (const [at, file] of files.entries()) {
    const result = await attempt(() => attachOne(parts, opened, file, bearing, fieldsOf));
    if (result.ok) ids.push(result.value);
    else failed.push({ ...result, name: nameOf(file) });
    if (!result.ok && ENDS_ALL.has(result.code)) return done({ ids, failed, left: files.length - at - 1 });
  }
  return done({ ids, failed, left: 0 });
}
