import { VaultError } from '../vault-error.ts';
import type { Jobs } from '../evidence/jobs.ts';
import type { Disk } from '../files/disk.ts';
import type { OpenCases } from '../open-cases.ts';
import type { Secret } from './age/header.ts';
import { inspectFile, type OpenedFile, openProjectFile, type Summary } from './open-file.ts';
import { refusing } from './refusal.ts';
import { takeDocument, takeEvidence, takeJournal } from './take.ts';
import type { FileProgress } from './write-file.ts';

type OfFile = { readonly jobId: string };

/**
 * Opens a project file. `openFile` checks all of it; only then is there something to take, under
 * the same job id, until `closeFile`.
 */
export type Opening = {
  /** Whether a passphrase or a key opens it: what to ask the person for. */
  inspectFile(input: { readonly path: string }): Promise<{ opensBy: 'passphrase' | 'keys' }>;
  openFile(input: OfFile & { readonly path: string; readonly secret: Secret }): Promise<Summary>;
  /** The next slice of the journal: whole lines, about 4 MB; `done` once there is none. */
  takeEntries(input: OfFile): Promise<{ bytes: Uint8Array; done: boolean }>;
  takeText(input: OfFile & { readonly id: string }): Promise<{ text: string }>;
  /** Seals the evidence into an unlocked case; `held` of it was there already. */
  takeEvidence(input: OfFile & { readonly caseId: string }): Promise<{ taken: number; held: number }>;
  closeFile(input: OfFile): Promise<null>;
  /** Closes every file and wipes its key, for when everything is locked; the one of this job id may stay. */
  closeFiles(input: { readonly but: string } | null): Promise<null>;
};

type Opened = {
  readonly file: OpenedFile;
  readonly entries: AsyncGenerator<Buffer>;
  /** Calls on one file, one after the other. */
  queue: Promise<unknown>;
};

/** Files being opened belong to no case yet; jobs want one. */
const NO_CASE = '';

export function createOpening(options: {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly jobs: Jobs;
  readonly report: (progress: FileProgress & OfFile) => void;
}): Opening {
  const { disk, cases, jobs, report } = options;
  const files = new Map<string, Opened>();

  const inTurn = <T>(jobId: string, work: (opened: Opened) => Promise<T>): Promise<T> => {
    const opened = files.get(jobId);
    if (!opened) throw new VaultError('cancelled', 'There is no such file open, or it was closed');
    const result = opened.queue.then(() => refusing(() => work(opened)));
    opened.queue = result.catch(() => undefined);
    return result;
  };
  const close = async (jobId: string): Promise<void> => {
    const opened = files.get(jobId);
    if (!opened) return;
    files.delete(jobId);
    await opened.queue;
    await opened.entries.return(undefined);
    await opened.file.close();
  };

  return {
    inspectFile: ({ path }) => refusing(() => inspectFile(disk, path)),
    async openFile({ jobId, path, secret }) {
      if (files.has(jobId)) throw new VaultError('bad-request', 'There is a file of this id already');
      const job = jobs.start(jobId, NO_CASE);
      const progress = (done: number, total: number) => report({ jobId, phase: 'verifying', done, total });
      try {
        const file = await refusing(() => openProjectFile(disk, path, secret, job.signal, progress));
        files.set(jobId, { file, entries: takeJournal(file), queue: Promise.resolve() });
        return file.summary;
      } finally {
        job.end();
      }
    },
    takeEntries: async ({ jobId }) =>
      inTurn(jobId, async ({ entries }) => {
        const { done, value } = await entries.next();
        return done
          ? { bytes: new Uint8Array(), done: true }
          : { bytes: Uint8Array.from(value), done: false };
      }),
    takeText: async ({ jobId, id }) =>
      inTurn(jobId, async ({ file }) => ({ text: await takeDocument(file, id) })),
    takeEvidence: async ({ jobId, caseId }) =>
      inTurn(jobId, async ({ file }) => {
        const into = cases.get(caseId);
        const job = jobs.start(jobId, caseId);
        const taking = { disk, opened: file, into, signal: job.signal };
        try {
          return await takeEvidence(taking, (done, total) => report({ jobId, phase: 'taking', done, total }));
        } finally {
          job.end();
        }
      }),
    async closeFile({ jobId }) {
      await close(jobId);
      return null;
    },
    async closeFiles(input) {
      await jobs.stopCase(NO_CASE, new VaultError('locked', 'Everything was locked'));
      await Promise.all([...files.keys()].filter((jobId) => jobId !== input?.but).map(close));
      return null;
    },
  };
}
