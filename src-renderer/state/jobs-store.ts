import { create } from 'zustand';

/** `reading`: out of the store; `working`: on what was read; `storing`: into it; the others are the vault's. */
export type Phase = 'reading' | 'working' | 'writing' | 'verifying' | 'taking' | 'storing';

/** Work that takes over a second: shown with progress, can be cancelled. */
export type Job = {
  readonly id: string;
  readonly kind: 'evidence' | 'check' | 'article' | 'report' | 'import' | 'project';
  /** File name or other words of the person's own; '' when there are none. */
  readonly subject: string;
  readonly done: number;
  /** Bytes, or pages of an article; 0 while unknown. */
  readonly total: number;
  /** What is being done, where there is more than one thing. */
  readonly phase?: Phase;
  /** When the phase began, milliseconds since 1970. */
  readonly since?: number;
  /** When this was told, milliseconds since 1970. */
  readonly at?: number;
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
