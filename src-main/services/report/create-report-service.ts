import type { Dialogs } from '../files/dialogs.ts';
import { ServiceError } from '../service-error.ts';
import type { ChildProcess } from '../vault/vault-client.ts';
import type { ReportAnswer } from './process.ts';
import type { ReportInput, ReportService } from './report-service.ts';
import type { TypesetInput } from './typeset.ts';
import { writePdf } from './write-pdf.ts';

/** Longest time a report may take; then its process is ended. */
const MOST_MS = 10 * 60 * 1000;

/** Typesets in a process of its own, so that the window stays alive and cancelling is at once. */
function typesetApart(start: () => ChildProcess, input: TypesetInput, signal: AbortSignal) {
  return new Promise<Extract<ReportAnswer, { ok: true }>>((resolve, reject) => {
    const child = start();
    const stop = (reason: unknown): void => {
      child.kill();
      reject(reason instanceof Error ? reason : new ServiceError('cancelled', 'The person stopped it.'));
    };
    const onAbort = (): void => stop(signal.reason);
    const timer = setTimeout(() => stop(new ServiceError('report-failed', 'It took too long.')), MOST_MS);
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    signal.addEventListener('abort', onAbort);
    child.on('message', (message: unknown) => {
      end();
      // Only the process started here can send on this port.
      const answer = message as ReportAnswer;
      if (answer.ok) resolve(answer);
      else reject(new ServiceError(answer.code, answer.message));
      child.kill();
    });
    child.on('exit', (code: number) => {
      end();
      reject(new ServiceError('report-failed', `The report process ended (${code}).`));
    });
    child.postMessage(input);
  });
}

/** Reports over a save dialog and a typesetting process. */
export const createReportService = (parts: {
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly start: () => ChildProcess;
}): ReportService => ({
  async export({ model, paper, suggestedName, thumbnails }: ReportInput, signal: AbortSignal) {
    const path = await parts.dialogs.saveFile(suggestedName, 'pdf');
    if (path === null) return { path: null, pages: 0 };
    signal.throwIfAborted();
    const { pdf, pages } = await typesetApart(parts.start, { model, paper, pictures: thumbnails }, signal);
    signal.throwIfAborted();
    await writePdf(path, pdf);
    return { path, pages };
  },
});
