import { ServiceError } from '../service-error.ts';
import type { ChildProcess } from '../vault/vault-client.ts';
import type { ReportAnswer } from './process.ts';
import { reportFailed } from './report-failed.ts';
import { isSameInput } from './same-input.ts';
import type { Typeset, TypesetInput } from './typeset.ts';

/** Longest time a report may take; then its process is ended. */
export const LONGEST_MS = 10 * 60 * 1000;
/** How long a process without work is kept for the next edit of a report. */
const IDLE_MS = 2 * 60 * 1000;
/** A preview that nobody wants any more is let run so long: ending its process costs the next one its warmth. */
export const OUTDATED_MS = 2000;

type Asker = {
  readonly resolve: (typeset: Typeset) => void;
  readonly reject: (reason: unknown) => void;
};

/** What is typeset, and who waits for it: a preview, an export, or both for the same report. */
type Job = {
  readonly input: TypesetInput;
  readonly preview: Asker | null;
  readonly exports: Set<Asker>;
};

/** Typesets one after another in a process of its own, which stays warm between reports. */
export type Typesetting = {
  /**
   * For an export: waits for no preview; one that is at work on the same report becomes it, another
   * one is made anew behind it. Stopping by the signal ends the process at once; the next report
   * starts another.
   */
  typeset(input: TypesetInput, signal: AbortSignal): Promise<Typeset>;
  /** For a preview: a later call takes its place while it waits, with the error `cancelled`. */
  latest(input: TypesetInput): Promise<Typeset>;
};

export function createTypesetting(start: () => ChildProcess): Typesetting {
  let child: ChildProcess | null = null;
  let running: Job | null = null;
  let since = 0;
  let waiting: Job[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    const ended = child;
    child = null;
    ended?.kill();
  }

  function settle(act: (asker: Asker) => void): void {
    const job = running;
    clearTimeout(timer);
    running = null;
    if (job) for (const asker of [job.preview, ...job.exports]) if (asker) act(asker);
    next();
  }

  /** Ends the process at work; what it worked on is not settled. */
  function interrupt(): Job | null {
    const job = running;
    end();
    running = null;
    return job;
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
    since = performance.now();
    child ??= started();
    timer = setTimeout(() => {
      end();
      settle(({ reject }) => reject(reportFailed('It took too long.')));
    }, LONGEST_MS);
    child.postMessage(job.input);
  }

  const outdated = (): ServiceError => new ServiceError('cancelled', 'A later edit took its place');
  const isPreview = ({ exports }: Job): boolean => exports.size === 0;

  /** Takes an export back; a preview of the same report goes on. */
  function leaveJob(job: Job, asker: Asker): void {
    job.exports.delete(asker);
    if (job.exports.size > 0 || job.preview) return;
    waiting = waiting.filter((other) => other !== job);
    if (job === running) interrupt();
    next();
  }

  function ask(input: TypesetInput, asker: Asker): Job {
    if (running?.preview && isSameInput(running.input, input)) {
      running.exports.add(asker);
      return running;
    }
    const job: Job = { input, preview: null, exports: new Set([asker]) };
    const outdone = running && isPreview(running) ? interrupt() : null;
    const previews = waiting.filter(isPreview);
    if (outdone && previews.length > 0) outdone.preview?.reject(outdated());
    else if (outdone) previews.push(outdone);
    waiting = [...waiting.filter((other) => !isPreview(other)), job, ...previews];
    next();
    return job;
  }

  return {
    async typeset(input, signal) {
      let stop = (): void => {};
      try {
        return await new Promise<Typeset>((resolve, reject) => {
          const asker = { resolve, reject };
          const job = ask(input, asker);
          stop = () => {
            reject(signal.reason);
            leaveJob(job, asker);
          };
          signal.addEventListener('abort', stop);
        });
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    latest(input) {
      return new Promise((resolve, reject) => {
        for (const job of waiting.filter(isPreview)) job.preview?.reject(outdated());
        const isLate = running && isPreview(running) && performance.now() - since > OUTDATED_MS;
        if (isLate) interrupt()?.preview?.reject(outdated());
        const preview = { resolve, reject };
        waiting = [...waiting.filter((job) => !isPreview(job)), { input, preview, exports: new Set() }];
        next();
      });
    },
  };
}
