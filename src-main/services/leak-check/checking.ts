import { ServiceError } from '../service-error.ts';
import type { ChildProcess } from '../vault/vault-client.ts';
import type { LeakQuestion } from './check-file.ts';
import type { LeakReport } from './leak.ts';
import type { LeakAnswer } from './process.ts';

/** Checks one finished file; aborting the signal ends it with the signal's reason. */
export type CheckLeaks = (question: LeakQuestion, signal: AbortSignal) => Promise<LeakReport>;

/**
 * Checks in a process of its own each: a file may be large, and whatever is in it, the window stays
 * as it is. Rejects with `not-checked` when the process ended or could not read the file.
 */
export const leakChecking =
  (start: () => ChildProcess): CheckLeaks =>
  (question, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const child = start();
      const stop = (): void => finish(() => reject(signal.reason));
      function finish(act: () => void): void {
        signal.removeEventListener('abort', stop);
        act();
        child.kill();
      }
      const fail = (why: string): void =>
        reject(new ServiceError('not-checked', `The file could not be checked: ${why}`));
      signal.addEventListener('abort', stop);
      child.on('message', (message: unknown) => {
        // Only the process started here can send on this port.
        const answer = message as LeakAnswer;
        finish(() => (answer.ok ? resolve(answer.report) : fail(answer.message)));
      });
      child.on('exit', (code) => finish(() => fail(`its process ended (${code}).`)));
      child.postMessage(question);
    });
