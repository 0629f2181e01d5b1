import type { Dialogs } from '../files/dialogs.ts';
import { ServiceError } from '../service-error.ts';
import type { ChildProcess } from '../vault/vault-client.ts';
import type { ReportAnswer } from './process.ts';
import type { ReportInput, ReportService } from './report-service.ts';
import type { Typeset, TypesetInput } from './typeset.ts';
import { writePdf } from './write-pdf.ts';

/** Longest time a report may take; then its process is ended. */
export const LONGEST_MS = 10 * 60 * 1000;

/** Typesets in a process of its own, so that the window stays alive and stopping is at once. */
function typesetApart(start: () => ChildProcess, input: TypesetInput, signal: AbortSignal): Promise<Typeset> {
  return new Promise((resolve, reject) => {
    const child = start();
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      child.kill();
      settle();
    };
    const fail = (error: unknown): void => end(() => reject(error));
    const onAbort = (): void => fail(signal.reason);
    const timer = setTimeout(() => fail(new ServiceError('report-failed', 'It took too long.')), LONGEST_MS);
    signal.addEventListener('abort', onAbort);
    child.on('message', (message: unknown) => {
      // Only the process started here can send on this port.
      const answer = message as ReportAnswer;
      if (answer.ok) end(() => resolve(answer));
      else fail(new ServiceError(answer.code, answer.message));
    });
    child.on('exit', (code: number) =>
      fail(new ServiceError('report-failed', `The report process ended (${code}).`)),
    );
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
