import { ServiceError } from '../service-error.ts';
import type { ChildProcess } from '../vault/vault-client.ts';
import type { ReportAnswer } from './process.ts';
import { reportFailed } from './report-failed.ts';
import type { Typeset, TypesetInput } from './typeset.ts';

/** Longest time a report may take; then its process is ended. */
export const LONGEST_MS = 10 * 60 * 1000;
/** How long a process without work is kept for the next edit of a report. */
const IDLE_MS = 2 * 60 * 1000;

type Job = {
  readonly input: TypesetInput;
  readonly replaceable: boolean;
  readonly resolve: (typeset: Typeset) => void;
  readonly reject: (reason: unknown) => void;
};

/** Typesets one after another in a process of its own, which stays warm between reports. */
export type Typesetting = {
  /** Stopping by the signal ends the process at once; the next report starts another. */
  typeset(input: TypesetInput, signal: AbortSignal): Promise<Typeset>;
  /** The same, but a later call takes its place while it waits, with the error `cancelled`. */
  latest(input: TypesetInput): Promise<Typeset>;
};

export function createTypesetting(start: () => ChildProcess): Typesetting {
  let child: ChildProcess | null = null;
  let running: Job | null = null;
  let waiting: Job[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    const ended = child;
    child = null;
    ended?.kill();
  }

  function settle(act: (job: Job) => void): void {
    const job = running;
    clearTimeout(timer);
    running = null;
    if (job) act(job);
    next();
  }

  function fail(job: Job, reason: unknown): void {
    waiting = waiting.filter((other) => other !== job);
    if (running === job) {
      end();
      settle(({ reject }) => reject(reason));
    } else job.reject(reason);
  }

  function started(): ChildProcess {
    const process = start();
    process.on('message', (message: unknown) => {
      if (process !== child) return;
      // Only the process started here can send on this port.
      const answer = message as ReportAnswer;
      settle(({ resolve, reject }) => (answer.ok ? resolve(answer) : reject(reportFailed(answer.message))));
    });
    process.on('exit', (code: number) => {
      if (process !== child) return;
      child = null;
      settle(({ reject }) => reject(reportFailed(`The report process ended (${code}).`)));
    });
    return process;
  }

  function next(): void {
    if (running) return;
    const job = waiting.shift();
    if (!job) {
      timer = setTimeout(end, IDLE_MS);
      timer.unref?.();
      return;
    }
    clearTimeout(timer);
    running = job;
    child ??= started();
    timer = setTimeout(() => fail(job, reportFailed('It took too long.')), LONGEST_MS);
    child.postMessage(job.input);
  }

  function add(input: TypesetInput, replaceable: boolean, keep: (job: Job) => void): Promise<Typeset> {
    return new Promise((resolve, reject) => {
      const job = { input, replaceable, resolve, reject };
      keep(job);
      waiting.push(job);
      next();
    });
  }

  return {
    async typeset(input, signal) {
      let stop = (): void => {};
      try {
        return await add(input, false, (job) => {
          stop = () => fail(job, signal.reason);
          signal.addEventListener('abort', stop);
        });
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    latest(input) {
      for (const job of waiting.filter(({ replaceable }) => replaceable)) {
        fail(job, new ServiceError('cancelled', 'A later edit took its place'));
      }
      return add(input, true, () => {});
    },
  };
}
