import { create } from 'zustand';

/** Work that takes over a second: shown with progress, can be cancelled. */
export type Job = {
  readonly id: string;
  readonly kind: 'evidence' | 'report' | 'import';
  /** File name or other words of the person's own; '' when there are none. */
  readonly subject: string;
  readonly done: number;
  /** 0 while unknown. */
  readonly total: number;
  cancel(): void;
};

export const useJobs = create<{ readonly jobs: readonly Job[] }>(() => ({ jobs: [] }));

/** Adds the job, or replaces the one with its id. */
export const putJob = (job: Job): void =>
  useJobs.setState(({ jobs }) =>
    jobs.some(({ id }) => id === job.id)
      ? { jobs: jobs.map((held) => (held.id === job.id ? job : held)) }
      : { jobs: [...jobs, job] },
  );

export const dropJob = (id: string): void =>
  useJobs.setState(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) }));
