import { createHash } from 'node:crypto';
import type { Dialogs } from '#main/services/files/dialogs.ts';
import { writePdf } from '#main/services/report/write-pdf.ts';
import { SLICE_BYTES } from '#contract/methods.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { HandlersOf } from '../register.ts';

/** Data in other programs' formats. `wrote` is told every file that was written. */
export function exportHandlers(
  dialogs: Pick<Dialogs, 'saveFile' | 'openFiles'>,
  wrote: (path: string) => void,
): HandlersOf<'export'> {
  return {
    async 'export.text'({ suggestedName, ending, slices }) {
      if (slices.some(({ length }) => length > SLICE_BYTES)) {
        throw new ServiceError('bad-request', `A slice holds at most ${SLICE_BYTES} bytes`);
      }
      const content = Buffer.concat(slices);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const path = await dialogs.saveFile(suggestedName, ending);
      if (path !== null) {
        await writePdf(path, content);
        wrote(path);
      }
      return { path, bytes: content.length, sha256 };
    },
    async 'export.pick'({ what }) {
      const [path = null] = await dialogs.openFiles(what);
      return { path };
    },
  };
}
