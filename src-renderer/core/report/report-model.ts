import type { ReportHeadings } from './labels/report-labels.ts';
import type { Product } from './setup.ts';

/** How a status is drawn in the report. */
export type ReportMark = 'corroborated' | 'disputed' | 'unverified' | 'nothing' | 'unclear' | 'skipped';

/** A line of the form "label: words". */
export type Labelled = { readonly label: string; readonly text: string };

export type ReportEvidence = {
  /** What links to its place in the annex say; no id of the case. */
  readonly key: string;
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
  /** Name of its thumbnail among the pictures handed over, `missing` when there is none, '' for what is no picture. */
  readonly picture: string;
  /** What the picture is, for those who do not see it. */
  readonly alt: string;
};

export type ReportQuotation = {
  /** Reference of the document, with the page where it has pages. */
  readonly document: string;
  readonly before: string;
  readonly exact: string;
  readonly after: string;
};

export type ReportClaim = {
  /** What links lead to; no id of the case. */
  readonly key: string;
  readonly ref: string;
  readonly statement: string;
  readonly mark: ReportMark;
  readonly status: string;
  readonly priority: string;
  /** How far the work on it is, or '' where that is not told. */
  readonly stage: string;
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
  /** What second readers found, and whether that agrees. */
  readonly secondReads: readonly string[];
  readonly warnings: readonly string[];
  readonly earlier: readonly string[];
  /** Independent origins for and against, or '' without evidence. */
  readonly origins: string;
  readonly evidence: readonly ReportEvidence[];
  readonly checks: readonly string[];
  /** What the captures of its links lack. */
  readonly gaps: readonly string[];
  /** `key` '' where the other claim has no sheet in this report. */
  readonly relations: readonly {
    readonly kind: string;
    readonly key: string;
    readonly ref: string;
    readonly statement: string;
  }[];
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

/** A claim as the editor decides on it. */
export type ReportUse = {
  readonly key: string;
  readonly ref: string;
  readonly statement: string;
  readonly mark: ReportMark;
  readonly status: string;
  readonly wording: string;
  readonly why: string;
};

/** An item of evidence in the annex, with the claims it bears on. */
export type ReportAnnexItem = Omit<ReportEvidence, 'note' | 'stance'> & {
  readonly gaps: readonly string[];
  readonly bearings: readonly {
    readonly key: string;
    readonly ref: string;
    readonly stance: string;
    readonly note: string;
  }[];
};

/** What proves that nothing was changed, for readers who may hold it. */
export type ReportIntegrity = {
  readonly items: readonly {
    readonly ref: string;
    readonly name: string;
    readonly size: string;
    readonly sha256: string;
  }[];
  readonly heads: readonly { readonly writer: string; readonly entries: string; readonly hash: string }[];
  readonly signature: readonly Labelled[];
};

/** Everything the report says, in words, ready to be typeset. Plain JSON. */
export type ReportModel = {
  readonly format: 'touchstone-report';
  readonly version: 1;
  readonly language: 'en' | 'ar';
  readonly rtl: boolean;
  readonly product: Product;
  readonly title: string;
  /** ISO 8601 date the report speaks for. */
  readonly asOf: string;
  readonly asOfWords: string;
  readonly author: string;
  /** Who wrote the documents, for the file's metadata; empty where nobody is to be named. */
  readonly authors: readonly string[];
  readonly organisation: string;
  /** Name of the logo among the pictures, or ''. */
  readonly logo: string;
  /** Confidentiality mark of each page, or ''. */
  readonly confidential: string;
  readonly labels: ReportHeadings;
  readonly summary: readonly { readonly mark: ReportMark; readonly label: string; readonly count: number }[];
  readonly total: number;
  /** What the reader must know besides the counts. */
  readonly remarks: readonly string[];
  readonly documents: readonly ReportDocument[];
  readonly method: readonly string[];
  readonly claims: readonly ReportClaim[];
  /** Whether evidence stands under each claim. */
  readonly evidence: boolean;
  /** Whether the table of all claims stands before them. */
  readonly table: boolean;
  /** The claims by what may be done with them. */
  readonly uses: readonly { readonly label: string; readonly claims: readonly ReportUse[] }[];
  readonly annex: readonly ReportAnnexItem[] | null;
  readonly integrity: ReportIntegrity | null;
};
