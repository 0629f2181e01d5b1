import type { ReportLabels } from './labels/report-labels.ts';

/** How a status is drawn in the report. */
export type ReportMark = 'corroborated' | 'disputed' | 'unverified' | 'nothing' | 'unclear' | 'skipped';

/** A line of the form "label: words". */
export type Labelled = { readonly label: string; readonly text: string };

export type ReportEvidence = {
  readonly ref: string;
  readonly title: string;
  readonly kind: string;
  readonly stance: string;
  readonly origin: string;
  readonly locator: string;
  readonly note: string;
  readonly url: string;
  readonly words: string;
  /** Name of its thumbnail among the pictures handed over, or ''. */
  readonly picture: string;
};

export type ReportQuotation = {
  readonly document: string;
  readonly before: string;
  readonly exact: string;
  readonly after: string;
};

export type ReportClaim = {
  readonly ref: string;
  readonly statement: string;
  readonly mark: ReportMark;
  readonly status: string;
  readonly priority: string;
  readonly accuses: boolean;
  readonly speaker: string;
  readonly quotations: readonly ReportQuotation[];
  readonly wording: readonly Labelled[];
  /** Rungs in words, outermost first. */
  readonly ladder: readonly string[];
  readonly finding: readonly Labelled[];
  readonly warnings: readonly string[];
  readonly earlier: readonly string[];
  readonly evidence: readonly ReportEvidence[];
  readonly checks: readonly string[];
  readonly relations: readonly { readonly kind: string; readonly ref: string; readonly statement: string }[];
  readonly questions: readonly Labelled[];
  readonly notes: readonly Labelled[];
};

export type ReportDocument = {
  readonly ref: string;
  readonly title: string;
  readonly facts: readonly Labelled[];
  readonly defects: readonly string[];
};

/** Everything the report says, in words, ready to be typeset. Plain JSON. */
export type ReportModel = {
  readonly format: 'touchstone-report';
  readonly version: 1;
  readonly language: 'en';
  readonly title: string;
  /** ISO 8601 date the report speaks for. */
  readonly asOf: string;
  readonly asOfWords: string;
  readonly author: string;
  readonly labels: ReportLabels;
  readonly summary: readonly { readonly mark: ReportMark; readonly label: string; readonly count: number }[];
  readonly total: number;
  readonly mustLeft: number;
  readonly leftOut: string;
  readonly documents: readonly ReportDocument[];
  readonly claims: readonly ReportClaim[];
};
