import type { Params, Result } from '#contract/methods.ts';

/** What a report is made from: JSON of core/report's model, paper, file name, thumbnails. */
export type ReportInput = Omit<Params<'report.export'>, 'jobId'>;

/** Typesets reports. Failures are ServiceErrors of the method `report.export`. */
export type ReportService = {
  /**
   * Asks where to and writes the report, checked, whole or not at all; `file` null: the person changed their
   * mind. Aborting the signal ends the work with the signal's reason.
   */
  export(input: ReportInput, signal: AbortSignal): Promise<Result<'report.export'>>;
  /** The PDF itself. Only the latest of those that wait is made; the others fail with `cancelled`. */
  preview(input: Params<'report.preview'>): Promise<Result<'report.preview'>>;
};
