import type { ReportHeadings } from './labels/report-labels.ts';

/** How a status is drawn in the report. */
export type ReportMark = 'corroborated' | 'disputed' | 'unverified' | 'nothing' | 'unclear' | 'skipped';

/** A line of the form "label: words". */
export type Labelled = { readonly label: string; readonly text: string };

export type ReportEvidence = {
  readonly ref: string;
  readonly title: string;
  /** Stored value, which picks the sign; the words stand in `facts`. */
  readonly stance: string;
  /** Kind, origin, locator, dates and the like, in words. */
  readonly facts: readonly string[];
  /** What the person noted about it for this claim. */
  readonly note: string;
  readonly url: string;
  /** The words of a quotation or testimony. */
  readonly words: string;
  /** Name of its thumbnail among the pictures handed over, or ''. */
  readonly picture: string;
  /** What the picture is, for those who do not see it. */
  readonly alt: string;
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
  /** That it accuses a named person, in words, or ''. */
  readonly accuses: string;
  readonly speaker: string;
  readonly quotations: readonly ReportQuotation[];
  readonly wording: readonly Labelled[];
  /** Rungs in words, outermost first. */
  readonly ladder: readonly { readonly name: string; readonly details: string }[];
  /** Whose voice it may be, or ''. */
  readonly voice: string;
  readonly rationale: string;
  readonly finding: readonly Labelled[];
  /** Findings that stand beside each other, unsettled. */
  readonly conflict: readonly string[];
  readonly warnings: readonly string[];
  readonly earlier: readonly string[];
  /** Independent origins for and against, or '' without evidence. */
  readonly origins: string;
  readonly evidence: readonly ReportEvidence[];
  readonly checks: readonly string[];
  readonly relations: readonly { readonly kind: string; readonly ref: string; readonly statement: string }[];
  /** Question and answer; '' while it is open. */
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
  readonly labels: ReportHeadings;
  readonly summary: readonly { readonly mark: ReportMark; readonly label: string; readonly count: number }[];
  readonly total: number;
  /** What the reader must know besides the counts. */
  readonly remarks: readonly string[];
  readonly documents: readonly ReportDocument[];
  readonly claims: readonly ReportClaim[];
};
