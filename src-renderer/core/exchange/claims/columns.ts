/**
 * Columns of the claims' CSV, by the field each holds; the same words are read back. English in
 * every language of the program: a file must be readable on the colleague's laptop too.
 */
export const CLAIM_COLUMNS = {
  ref: 'Reference',
  statement: 'Statement',
  status: 'Status',
  reason: 'Reason',
  part: 'Which part',
  rationale: 'Rationale',
  asOf: 'As of',
  confidence: 'Confidence',
  saidAsReported: 'Said as reported',
  wouldChange: 'Would change it',
  reviewBy: 'Review by',
  speaker: 'Speaker',
  speakerKind: 'Speaker is',
  quotation: 'Quotation',
  original: 'Original wording',
  gloss: 'Gloss',
  reading: 'Reading',
  priority: 'Priority',
  accuses: 'Accuses a named person',
  subjects: 'Subjects',
  tags: 'Tags',
  dates: 'Dates',
  use: 'Use',
  useWording: 'Suggested wording',
  skip: 'Skipped',
  skipNote: 'Skipped because',
  document: 'Document',
  documentUrl: 'Document address',
  published: 'Published',
} as const;

export type ClaimField = keyof typeof CLAIM_COLUMNS;
export const CLAIM_FIELDS = Object.keys(CLAIM_COLUMNS) as readonly ClaimField[];

/** A claim as text, by field; a field nobody wrote is ''. */
export type ClaimTexts = Readonly<Record<ClaimField, string>>;

/** All fields empty. */
export const NO_TEXTS: ClaimTexts = Object.fromEntries(
  CLAIM_FIELDS.map((field) => [field, '']),
) as ClaimTexts;
