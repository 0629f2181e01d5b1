import { v7 as newId } from 'uuid';
import type { Host } from '#renderer/platform/host.ts';
import { dropJob, type Phase, putJob } from '#renderer/state/jobs-store.ts';
import { Failure, note } from '../failures.ts';

/** Work on a project file, shown with its phase and progress until `end` is called. */
export type ProjectJob = {
  readonly jobId: string;
  /** Shows progress of work done here; what the vault does shows itself. */
  show(phase: Phase, done: number, total: number): void;
  /** Aborted once the person has stopped it, with a `cancelled` failure. */
  readonly signal: AbortSignal;
  /** Throws `cancelled` once the person has stopped it: the vault knows of no job before it has begun. */
  requireWanted(): void;
  end(): void;
};

type JobOptions = {
  /** Of a file that is open already; else a fresh one. */
  readonly jobId?: string | undefined;
  /** Stops it as the person can. */
  readonly signal?: AbortSignal | undefined;
};

export function startProjectJob(
  host: Host,
  subject: string,
  now: () => number,
  { jobId = newId(), signal }: JobOptions = {},
): ProjectJob {
  let phase: Phase | null = null;
  let since = now();
  const stopping = new AbortController();
  const cancel = (): void => {
    stopping.abort(new Failure('cancelled', 'The person stopped it.'));
    void note('The work could not be stopped.', host.call('project.cancel', { jobId }));
  };
  signal?.addEventListener('abort', cancel);
  const show: ProjectJob['show'] = (next, done, total) => {
    // Each phase has its own rate.
    if (next !== phase) [phase, since] = [next, now()];
    putJob({ id: jobId, kind: 'project', subject, done, total, phase: next, since, at: now(), cancel });
  };
  const stop = host.on('project.progress', (progress) => {
    if (progress.jobId === jobId) show(progress.phase, progress.done, progress.total);
  });
  show('reading', 0, 0);
  return {
    jobId,
    show,
    signal: stopping.signal,
    requireWanted: () => stopping.signal.throwIfAborted(),
    end() {
      stop();
      signal?.removeEventListener('abort', cancel);
      dropJob(jobId);
    },
  };
}
