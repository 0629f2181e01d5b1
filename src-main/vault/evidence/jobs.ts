import { VaultError } from '../vault-error.ts';

/** A piece of sealing under way. Whoever starts it must end it. */
export type Job = { readonly caseId: string; readonly signal: AbortSignal; end(): void };

/** The jobs under way, by id. */
export type Jobs = {
  /** Throws a VaultError `bad-request` when the id is taken. */
  start(jobId: string, caseId: string): Job;
  /** Stops one job, if it is still under way. */
  stop(jobId: string, reason: VaultError): Promise<void>;
  /** Stops every job of a case; resolves when each has cleaned up after itself. */
  stopCase(caseId: string, reason: VaultError): Promise<void>;
};

type Running = { readonly job: Job; readonly controller: AbortController; readonly ended: Promise<void> };

export function createJobs(): Jobs {
  const running = new Map<string, Running>();
  const stop = async (jobId: string, reason: VaultError): Promise<void> => {
    const found = running.get(jobId);
    found?.controller.abort(reason);
    await found?.ended;
  };
  return {
    start(jobId, caseId) {
      if (running.has(jobId)) throw new VaultError('bad-request', 'There is a job of this id already');
      const controller = new AbortController();
      let settle = (): void => {};
      const ended = new Promise<void>((resolve) => {
        settle = resolve;
      });
      const end = (): void => {
        running.delete(jobId);
        settle();
      };
      const job: Job = { caseId, signal: controller.signal, end };
      running.set(jobId, { job, controller, ended });
      return job;
    },
    stop,
    async stopCase(caseId, reason) {
      const ids = [...running].filter(([, { job }]) => job.caseId === caseId).map(([id]) => id);
      await Promise.all(ids.map((id) => stop(id, reason)));
    },
  };
}
