import type { ReportService } from '#main/services/report/report-service.ts';
import { ServiceError } from '#main/services/service-error.ts';
import type { HandlersOf } from '../register.ts';

/** The verification report. `wrote` is told every file that was written. */
export function reportHandlers(service: ReportService, wrote: (path: string) => void): HandlersOf<'report'> {
  const running = new Map<string, AbortController>();
  return {
    async 'report.export'({ jobId, ...input }) {
      if (running.has(jobId)) throw new ServiceError('bad-request', 'There is a job of this id already');
      const controller = new AbortController();
      running.set(jobId, controller);
      try {
        const written = await service.export(input, controller.signal);
        if (written.file) wrote(written.file.path);
        return written;
      } finally {
        running.delete(jobId);
      }
    },
    'report.preview': (input) => service.preview(input),
    async 'report.cancel'({ jobId }) {
      running.get(jobId)?.abort(new ServiceError('cancelled', 'The person stopped it'));
      return null;
    },
  };
}
