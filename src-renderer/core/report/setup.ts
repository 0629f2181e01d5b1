export const PRODUCTS = ['full', 'summary', 'annex', 'claim'] as const;
/** Full verification report, summary for the editor, evidence annex, one-claim sheet. */
export type Product = (typeof PRODUCTS)[number];

export const AUDIENCES = ['internal', 'legal', 'editor', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const ORDERS = ['reference', 'article', 'priority', 'status', 'use'] as const;
export type ReportOrder = (typeof ORDERS)[number];

/** Parts that a person may leave out; the claims themselves always stand in the report. */
export const SECTIONS = [
  'counts',
  'article',
  'method',
  'table',
  'evidence',
  'checks',
  'relations',
  'questions',
  'notes',
  'warnings',
  'earlier',
  'gaps',
  'annex',
] as const;
export type Section = (typeof SECTIONS)[number];

export const STANDARDS = ['ua-1', 'a-3a'] as const;
/** PDF/UA-1 (ISO 14289-1), or PDF/A-3a (ISO 19005-3) with the case's data attached. */
export type PdfStandard = (typeof STANDARDS)[number];

export const LANGUAGES = ['en', 'ar'] as const;

export const PAPERS = ['a4', 'us-letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** How a report is composed; remembered with the case. Plain JSON. */
export type ReportSetup = {
  readonly product: Product;
  /** The claims in it, or null for all. */
  readonly claimIds: readonly string[] | null;
  readonly sections: { readonly [S in Section]: boolean };
  readonly order: ReportOrder;
  readonly language: (typeof LANGUAGES)[number];
  readonly paper: Paper;
  /** Who publishes it; stands at its head. */
  readonly organisation: string;
  /** A PNG or JPEG picture, base64, or null. */
  readonly logo: string | null;
  /** Confidentiality mark on each page, in the person's words, or null. */
  readonly mark: string | null;
  readonly audience: Audience;
  /** Whether the checker's alias stands in it; null: in all but public ones. */
  readonly named: boolean | null;
  readonly standard: PdfStandard;
};

/** What a report is made with before anybody chose anything. */
export const DEFAULT_SETUP: ReportSetup = {
  product: 'full',
  claimIds: null,
  sections: {
    counts: true,
    article: true,
    method: true,
    table: true,
    evidence: true,
    checks: true,
    relations: true,
    questions: true,
    notes: true,
    warnings: true,
    earlier: true,
    gaps: true,
    annex: false,
  },
  order: 'reference',
  language: 'en',
  paper: 'a4',
  organisation: '',
  logo: null,
  mark: null,
  audience: 'internal',
  named: null,
  standard: 'ua-1',
};

/** A hash proves possession and a signature names the checker: both are for these readers only. */
export const provesIntegrity = ({ audience }: Pick<ReportSetup, 'audience'>): boolean =>
  audience === 'internal' || audience === 'legal';

/** Whether the alias of who checked stands in the report: in a public one only when asked for. */
export const namesChecker = ({ named, audience }: Pick<ReportSetup, 'named' | 'audience'>): boolean =>
  named ?? audience !== 'public';
