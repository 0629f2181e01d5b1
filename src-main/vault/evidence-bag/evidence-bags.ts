import type { BagFile } from '#core/exchange/bag/bag-files.ts';
import type { Jobs } from '../evidence/jobs.ts';
import type { Disk } from '../files/disk.ts';
import { readFailure } from '../files/system-errors.ts';
import type { OpenCases } from '../open-cases.ts';
import { refusing } from '../project-file/refusal.ts';
import { sealedEvidence } from '../project-file/sources.ts';
import type { FileProgress } from '../project-file/write-file.ts';
import { type BagVerdict, checkBag } from './check-bag.ts';
import { type EvidenceBag, type WrittenBag, writeEvidenceBag } from './write-evidence-bag.ts';
import { zipBag } from './zip-bag.ts';

export type EvidenceBags = {
  /** Writes the evidence of an unlocked case as an unencrypted bag; see {@link writeEvidenceBag}. */
  writeBag(
    input: Omit<EvidenceBag, 'files'> & {
      readonly jobId: string;
      readonly path: string;
      readonly files: readonly BagFile[];
    },
  ): Promise<WrittenBag>;
  /** Checks a bag in a ZIP archive. Throws a `RefusedFile` for an archive that is no bag. */
  checkBag(input: { readonly path: string }): Promise<BagVerdict>;
};

/** Bags of evidence, over sealed files. */
export const createEvidenceBags = (options: {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly jobs: Jobs;
  readonly onProgress: (progress: FileProgress & { readonly jobId: string }) => void;
}): EvidenceBags => ({
  async writeBag({ jobId, path, files, ...about }) {
    const { disk, cases, jobs, onProgress } = options;
    const opened = cases.get(about.caseId);
    const job = jobs.start(jobId, about.caseId);
    const total = files.reduce((sum, { size }) => sum + size, 0);
    // The path in the bag is no part of what reads a sealed file.
    const sources = files.map((file) => ({
      ...file,
      read: sealedEvidence(disk, opened, { ...file, ext: '' }).read,
    }));
    const report = (done: number): void =>
      onProgress({ jobId, phase: 'writing', done, total: Math.max(done, total) });
    try {
      const { signal } = job;
      return await refusing(() =>
        writeEvidenceBag(disk, path, { ...about, files: sources }, { signal, report }),
      );
    } finally {
      job.end();
    }
  },
  checkBag: ({ path }) =>
    refusing(async () => {
      const file = await options.disk.open(path, 'r').catch((error: unknown) => {
        throw readFailure(error);
      });
      try {
        return await checkBag(await zipBag(file), new AbortController().signal);
      } finally {
        await file.close();
      }
    }),
});
