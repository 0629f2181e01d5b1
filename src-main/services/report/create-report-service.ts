import type { Dialogs } from '../files/dialogs.ts';
import type { ChildProcess } from '../vault/vault-client.ts';
import type { ReportInput, ReportService } from './report-service.ts';
import { createTypesetting } from './typesetting.ts';
import { writePdf } from './write-pdf.ts';

/** Reports over a save dialog and a typesetting process. */
export function createReportService(parts: {
  readonly dialogs: Pick<Dialogs, 'saveFile'>;
  readonly start: () => ChildProcess;
}): ReportService {
  const typesetting = createTypesetting(parts.start);
  return {
    async export({ model, paper, standard, suggestedName, thumbnails }: ReportInput, signal: AbortSignal) {
      const path = await parts.dialogs.saveFile(suggestedName, 'pdf');
      if (path === null) return { path: null, pages: 0 };
      signal.throwIfAborted();
      const input = { model, paper, standard, pictures: thumbnails };
      const { pdf, pages } = await typesetting.typeset(input, signal);
      signal.throwIfAborted();
      await writePdf(path, pdf);
      return { path, pages };
    },
    async preview({ model, paper, standard, thumbnails }) {
      const { pdf, pages } = await typesetting.latest({ model, paper, standard, pictures: thumbnails });
      return { pdf, pages };
    },
  };
}
