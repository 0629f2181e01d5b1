import type { TakingIn } from '../open-case.ts';
import type { Parts } from '../parts.ts';
import type { ProjectJob } from './project-job.ts';

/** How a copy is merged and stored as part of a job, which may be stopped until all of it is on the disk. */
export const takingIn = ({ journals }: Parts, caseId: string, job: ProjectJob): TakingIn => ({
  merging: (held, tip, incoming) => {
    job.show('working', 0, 0);
    return journals.merge({ caseId, held, tip, incoming }, job.signal);
  },
  report: (stored, total) => job.show('storing', stored, total),
  requireWanted: () => job.requireWanted(),
});
