import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BlobRef } from '#core/model/evidence.ts';
import { VaultError } from './vault-error.ts';
import { type BlobVerdict, checkBlob } from './evidence/check-blob.ts';
import { createEvidenceBags, type EvidenceBags } from './evidence-bag/evidence-bags.ts';
import { createJobs, type Jobs } from './evidence/jobs.ts';
import { createPastes, type Pastes } from './evidence/pastes.ts';
import { type Progress, progressOf } from './evidence/progress.ts';
import { missingAmong } from './evidence/missing.ts';
import { eraseAside, moveAside, quarantinedAmong } from './evidence/quarantine.ts';
import { storeFile } from './evidence/store-file.ts';
import { takeOut } from './evidence/take-out.ts';
import { eraseEvidence, sweep } from './evidence/sweep.ts';
import { type Disk, realDisk } from './files/disk.ts';
import { blobNameOf } from './keys/case-keys.ts';
import { createIdentityVault, type IdentityVault } from './identity/identity-vault.ts';
import { createKeyVault, type KeyVault } from './keys/key-vault.ts';
import { type Cost, MODERATE } from './keys/passphrase-key.ts';
import { copyOut } from './keys/secret.ts';
import { createOpenCases, type OpenCases } from './open-cases.ts';
import {
  createProjectFiles,
  type ProjectFileProgress,
  type ProjectFiles,
} from './project-file/project-files.ts';
import type { Secret } from './project-file/age/header.ts';
import { createKeptSnapshots, type KeptSnapshots } from './snapshots/kept.ts';
import { createSnapshots, neededByCopies, neededByNoCopy, type Snapshots } from './snapshots/snapshots.ts';
import { createSourceRecords, type SourceRecords } from './sources/source-records.ts';
import { openSealed } from './sealed/reader.ts';

/** Pause after each piece (1 MiB) of a check behind other work: it reads 25 MB a second at most. */
const SLOW_MS = 40;

type Blob = { readonly caseId: string; readonly sha256: string };

/**
 * Case keys and sealed evidence of the cases in one folder. Every method takes one plain object
 * and answers with a promise, so that it works the same across a process border; failures are
 * VaultErrors.
 */
export type Vault = IdentityVault &
  Omit<KeyVault, 'lock'> & {
    /** Stops all work and wipes every key; the project file of this job id may stay open. */
    lock(input: { readonly keepFile: string } | null): Promise<null>;
  } & Omit<ProjectFiles, 'openFile'> & {
    /** `secret` null: by the person's own key, which must be unlocked (`identity-locked`). */
    openFile(
      input: Omit<Parameters<ProjectFiles['openFile']>[0], 'secret'> & { readonly secret: Secret | null },
    ): ReturnType<ProjectFiles['openFile']>;
  } & Snapshots &
  KeptSnapshots &
  SourceRecords &
  EvidenceBags &
  Pastes & {
    /** Reads, hashes and seals one file in one pass. */
    store(input: {
      readonly caseId: string;
      readonly jobId: string;
      readonly path: string;
    }): Promise<BlobRef>;
    /** Stops a job; resolves when it has cleaned up after itself and nothing is kept of it. */
    cancel(input: { readonly jobId: string }): Promise<null>;
    /**
     * Removes sealed files of content that must not exist any more; `unlessCopied`: but for those that a
     * copy of the case on this laptop needs.
     */
    erase(input: {
      readonly caseId: string;
      readonly sha256s: readonly string[];
      readonly unlessCopied?: boolean | undefined;
    }): Promise<null>;
    /** Removes what neither the case (`keep`) nor a copy of it on this laptop names. */
    sweep(input: { readonly caseId: string; readonly keep: readonly string[] }): Promise<{ removed: number }>;
    /**
     * Reads a sealed file from end to end and hashes it again; progress as for storing. An altered one is
     * read once more, and then moved aside, where nothing shows or exports it.
     */
    check(
      input: Blob & {
        readonly jobId: string;
        readonly size: number;
        /** Behind other work: with a pause after every piece. */
        readonly slow?: boolean | undefined;
      },
    ): Promise<{ verdict: BlobVerdict }>;
    /** Those of the files that were found altered and moved aside, with no good copy since. */
    quarantined(input: {
      readonly caseId: string;
      readonly sha256s: readonly string[];
    }): Promise<{ sha256s: string[] }>;
    /** Those of the files that have no sealed file here; one that is here may still be altered. */
    missing(input: {
      readonly caseId: string;
      readonly sha256s: readonly string[];
    }): Promise<{ sha256s: string[] }>;
    /** Writes the plain content to a new file that nobody may write. */
    takeOut(
      input: Blob & { readonly jobId: string; readonly size: number; readonly path: string },
    ): Promise<null>;
    /** Plain size of a sealed file. */
    stat(input: Blob): Promise<{ size: number }>;
    /** Plain bytes from `start` up to `end` (exclusive). Ask for a few megabytes at a time. */
    read(input: Blob & { readonly start: number; readonly end: number }): Promise<{ bytes: Uint8Array }>;
  };

export type VaultOptions = {
  /** `<userData>/cases`. */
  readonly folder: string;
  readonly onProgress?: (progress: Progress | ProjectFileProgress) => void;
  readonly disk?: Disk;
  /** Where the person's identity lies, `<userData>/identity`: beside the cases unless told. */
  readonly identityFolder?: string;
  /** Cost of a guess at new passphrases; tests make it cheap. */
  readonly cost?: Cost;
};

async function withSealed<T>(
  disk: Disk,
  cases: OpenCases,
  { caseId, sha256 }: Blob,
  work: (file: Awaited<ReturnType<typeof openSealed>>) => Promise<T>,
): Promise<T> {
  const { folder, keys } = cases.get(caseId);
  const file = await openSealed(disk, join(folder, blobNameOf(keys, Buffer.from(sha256, 'hex'))), keys);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

type Parts = {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly jobs: Jobs;
  readonly progress: (jobId: string, total: number) => (done: number) => void;
  /** Lets go of what is kept of a save until its end is asked for. */
  readonly forget: ProjectFiles['forgetSave'];
};

const evidenceOf = ({
  disk,
  cases,
  jobs,
  progress,
  forget,
}: Parts): Omit<
  Vault,
  | keyof KeyVault
  | keyof IdentityVault
  | keyof ProjectFiles
  | keyof Snapshots
  | keyof KeptSnapshots
  | keyof EvidenceBags
  | keyof SourceRecords
  | keyof Pastes
> => ({
  async store({ caseId, jobId, path }) {
    const opened = cases.get(caseId);
    const job = jobs.start(jobId, caseId);
    try {
      return await storeFile(disk, opened, path, job.signal, (total) => progress(jobId, total));
    } finally {
      job.end();
    }
  },
  async cancel({ jobId }) {
    await jobs.stop(jobId, new VaultError('cancelled', 'The person stopped it'));
    return forget({ jobId });
  },
  async erase({ caseId, sha256s, unlessCopied = false }) {
    const opened = cases.get(caseId);
    const gone = unlessCopied ? await neededByNoCopy(disk, opened, sha256s) : sha256s;
    await eraseEvidence(disk, opened, gone);
    await eraseAside(disk, opened, gone);
    return null;
  },
  async sweep({ caseId, keep }) {
    const opened = cases.get(caseId);
    return { removed: await sweep(disk, opened, keep, await neededByCopies(disk, opened)) };
  },
  async check({ jobId, caseId, sha256, size, slow = false }) {
    const opened = cases.get(caseId);
    const { folder, keys } = opened;
    const path = join(folder, blobNameOf(keys, Buffer.from(sha256, 'hex')));
    const job = jobs.start(jobId, caseId);
    const look = () =>
      checkBlob(() => openSealed(disk, path, keys), sha256, {
        signal: job.signal,
        report: progress(jobId, size),
        breathe: slow ? () => setTimeout(SLOW_MS) : null,
      });
    try {
      // What is read wrong once may be read right again: only a file that is wrong twice is moved.
      let verdict = await look();
      if (verdict === 'altered') verdict = await look();
      if (verdict === 'altered') await moveAside(disk, opened, sha256);
      return { verdict };
    } finally {
      job.end();
    }
  },
  async missing({ caseId, sha256s }) {
    return { sha256s: await missingAmong(disk, cases.get(caseId), sha256s) };
  },
  async quarantined({ caseId, sha256s }) {
    return { sha256s: await quarantinedAmong(disk, cases.get(caseId), sha256s) };
  },
  takeOut: ({ jobId, caseId, sha256, size, path }) =>
    withSealed(disk, cases, { caseId, sha256 }, async (file) => {
      const job = jobs.start(jobId, caseId);
      try {
        await takeOut(disk, file, { path, sha256 }, job.signal, progress(jobId, size));
        return null;
      } finally {
        job.end();
      }
    }),
  stat: (input) => withSealed(disk, cases, input, async ({ size }) => ({ size })),
  read: ({ start, end, ...input }) =>
    withSealed(disk, cases, input, async (file) => ({ bytes: copyOut(await file.read(start, end)) })),
});

/** Opens the vault over a folder of cases; every case is locked at first. */
export function createVault(options: VaultOptions): Vault {
  const { folder, disk = realDisk, cost = MODERATE, onProgress } = options;
  const { identityFolder = join(dirname(folder), 'identity') } = options;
  const cases = createOpenCases(folder);
  const jobs = createJobs();
  const progress = (jobId: string, total: number) =>
    progressOf(jobId, total, (report) => onProgress?.(report));
  const keys = createKeyVault({ disk, folder, cases, jobs, cost });
  const identity = createIdentityVault({ disk, folder: identityFolder, cost });
  const files = createProjectFiles({
    disk,
    cases,
    jobs,
    signer: () => identity.sign,
    onProgress: (report) => onProgress?.(report),
  });
  const parts = { disk, cases, jobs, progress, forget: files.forgetSave };
  return {
    ...keys,
    ...identity.calls,
    ...files,
    ...createEvidenceBags({ disk, cases, jobs, onProgress: (report) => onProgress?.(report) }),
    ...createSnapshots({ disk, cases, files }),
    ...createKeptSnapshots({ disk, cases, files, identities: identity.identities }),
    openFile: async ({ secret, ...input }) =>
      files.openFile({ ...input, secret: secret ?? { identities: identity.identities() } }),
    async lock(input) {
      identity.lock();
      // The keys go at once; what is still being read of files may take a moment to stop.
      const locked = keys.lock(null);
      await files.closeFiles(input && { but: input.keepFile });
      return locked;
    },
    ...createSourceRecords(cases, cost),
    ...createPastes(parts),
    ...evidenceOf(parts),
  };
}
