import type { Jobs } from '../evidence/jobs.ts';
import type { Disk } from '../files/disk.ts';
import type { OpenCases } from '../open-cases.ts';
import { createOpening, type Opening } from './opening.ts';
import { createSaving, type Saving } from './saving.ts';
import type { Signer } from './write-bag.ts';
import type { FileProgress } from './write-file.ts';

/** Saves and opens project files (docs/project-file.md). Failures are VaultErrors; refused files are `RefusedFile`s. */
export type ProjectFiles = Saving & Opening;

export type ProjectFileProgress = FileProgress & { readonly jobId: string };

const INTERVAL_MS = 100;

/** Ten reports a second of each job at most, and the end of each phase. */
function throttled(report: (progress: ProjectFileProgress) => void) {
  const last = new Map<string, number>();
  return (progress: ProjectFileProgress): void => {
    const { jobId, phase, done, total } = progress;
    const now = Date.now();
    const key = `${jobId} ${phase}`;
    if (done < total && now - (last.get(key) ?? 0) < INTERVAL_MS) return;
    if (done < total) last.set(key, now);
    else last.delete(key);
    report(progress);
  };
}

/** `signer`: the person's key while it is unlocked, null when there is none. */
export function createProjectFiles(options: {
  readonly disk: Disk;
  readonly cases: OpenCases;
  readonly jobs: Jobs;
  readonly onProgress: (progress: ProjectFileProgress) => void;
  readonly signer?: () => Signer | null;
}): ProjectFiles {
  const { onProgress, signer = () => null, ...parts } = options;
  const report = throttled(onProgress);
  return { ...createSaving({ ...parts, report, signer }), ...createOpening({ ...parts, report }) };
}
