import type { ReportPlace, ReportView } from '../report/excerpt.ts';
import type { ReportSetup } from '../report/setup.ts';
import type { FinishedExport } from './exchange-work.ts';
import type { Done } from './workbench.ts';

/** A report that left; `file` null: the person changed their mind. */
export type FinishedReport = {
  readonly file: FinishedExport | null;
  readonly pages: number;
  /** Why it is tagged but not to the standard asked for, null when it is. */
  readonly deviation: string | null;
};

/** A report to look at, or a part of one, and where its items stand in it. */
export type PreviewedReport = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly places: readonly ReportPlace[];
};

/** What a person does with the report of the case in view, the sample included. */
export type ReportWork = {
  /** Typesets the report and writes it where the person says; `file` null: they changed their mind. */
  exportReport(setup: ReportSetup): Promise<Done<FinishedReport>>;
  /**
   * The same PDF to look at. `near` is told of the part that is looked at before the whole is there.
   * A later call takes the place of one that waits, which says `cancelled`.
   */
  previewReport(
    setup: ReportSetup,
    view: ReportView,
    near: (made: PreviewedReport) => void,
  ): Promise<Done<PreviewedReport>>;
};
