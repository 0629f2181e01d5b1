import type { Dialogs } from '../files/dialogs.ts';
import { leave } from '../export/leave.ts';
import { writeNew } from '../files/write-whole.ts';
import type { CheckLeaks } from '../leak-check/checking.ts';
import type { ChildProcess } from '../vault/vault-client.ts';
import type { ReportInput, ReportService } from './report-service.ts';
import { createTypesetting } from './typesetting.ts';

/** Reports over a save dialog and a typesetting process. */
export function createReportService(parts: {
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly start: () => ChildProcess;
  readonly check: CheckLeaks;
}): ReportService {
  const whole = createTypesetting(parts.start);
  // In a process of its own: a stretch takes a tenth of a second and does not wait for the whole.
  const near = createTypesetting(parts.start);
  return {
    async export(
      { model, paper, standard, suggestedName, thumbnails, guard }: ReportInput,
      signal: AbortSignal,
    ) {
      const path = await parts.dialogs.saveFile(suggestedName, 'pdf');
      if (path === null) return { file: null, pages: 0, deviation: null };
      signal.throwIfAborted();
      const input = { model, paper, standard, pictures: thumbnails };
      const { pdf, pages, deviation } = await whole.typeset(input, signal);
      signal.throwIfAborted();
      const make = (temporary: string): Promise<void> => writeNew(temporary, pdf);
      const file = await leave({ path, make, guard, content: model }, parts.check, signal);
      return { file, pages, deviation };
    },
    async preview({ model, paper, standard, thumbnails, near: isNear }) {
      const input = { model, paper, standard, pictures: thumbnails };
      const { pdf, pages, places } = await (isNear ? near : whole).latest(input);
      return { pdf, pages, places: [...places] };
    },
  };
}
