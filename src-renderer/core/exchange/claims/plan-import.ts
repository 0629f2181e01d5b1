import { makeAnchor } from '../../anchoring/make-anchor.ts';
import type { Anchor } from '../../model/anchor.ts';
import { type Claim, type ClaimDate, PRIORITIES, SKIP_REASONS, USES } from '../../model/claim.ts';
import type { CaseState } from '../../model/case-state.ts';
import { isDay, normaliseEdtf, parseEdtf } from '../../model/dates.ts';
import { CONFIDENCES, type Finding, SAID_AS_REPORTED } from '../../model/finding.ts';
import type { Party } from '../../model/party.ts';
import { parseDate } from './claim-texts.ts';
import { CLAIM_FIELDS, type ClaimField, type ClaimTexts, NO_TEXTS } from './columns.ts';
import { splitList } from './lists.ts';
import { ratingOf, type StatusMap } from './ratings.ts';
import type { ColumnMap } from './suggest-columns.ts';
import type { ClaimTable, TableRow } from './table.ts';

/** A claim as it would be imported; names are matched with parties of the case when it is. */
export type PlannedClaim = {
  readonly line: number;
  readonly texts: ClaimTexts;
  readonly fields: Pick<
    Claim,
    | 'statement'
    | 'original'
    | 'gloss'
    | 'reading'
    | 'priority'
    | 'accuses'
    | 'tags'
    | 'dates'
    | 'use'
    | 'skip'
  >;
  readonly subjects: readonly string[];
  readonly speaker: { readonly name: string; readonly kind: Party['kind'] } | null;
  readonly anchors: readonly Anchor[];
  /** Quotations that stand in no document of the case, or in several places. */
  readonly unplaced: readonly string[];
  readonly finding: (Omit<Finding, 'warnings' | 'asOf'> & { readonly asOf: string | null }) | null;
  /** Words of the rating in the file, '' without one. */
  readonly rating: string;
  /** Reference of a claim of the case with the same statement, or null. */
  readonly already: string | null;
};

/** A row that cannot be imported; `text`: what stands there. */
export type BadRow = {
  readonly line: number;
  readonly field: ClaimField;
  readonly why: 'empty' | 'unknown' | 'no-date' | 'no-reason';
  readonly text: string;
};

export type ImportPlan = { readonly claims: readonly PlannedClaim[]; readonly bad: readonly BadRow[] };

export type ImportSetup = {
  readonly columns: ColumnMap;
  readonly statuses: StatusMap;
  /** Rationale of a corroborated or disputed claim for which the file gives none. */
  readonly rationale: string;
};

class Bad extends Error {
  readonly field: ClaimField;
  readonly why: BadRow['why'];
  readonly text: string;
  constructor(field: ClaimField, why: BadRow['why'], text: string) {
    super(`${field}: ${why}`);
    this.field = field;
    this.why = why;
    this.text = text;
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** One of the known words, or null for none. */
function oneOf<T extends string>(texts: ClaimTexts, field: ClaimField, words: readonly T[]): T | null {
  const text = texts[field].toLowerCase();
  if (text === '') return null;
  const found = words.find((word) => word === text);
  if (found === undefined) throw new Bad(field, 'unknown', texts[field]);
  return found;
}

const YES = new Set(['yes', 'true', '1', 'x', 'نعم']);
const NO = new Set(['', 'no', 'false', '0', 'لا']);

function yes(texts: ClaimTexts, field: ClaimField): boolean {
  const text = texts[field].toLowerCase();
  if (!YES.has(text) && !NO.has(text)) throw new Bad(field, 'unknown', texts[field]);
  return YES.has(text);
}

function day(texts: ClaimTexts, field: ClaimField): string | null {
  // A time of day is more than a finding's date holds.
  const text = texts[field].replace(/^(\d{4}-\d\d-\d\d)[T ].*$/s, '$1');
  if (text !== '' && !isDay(text)) throw new Bad(field, 'no-date', texts[field]);
  return orNull(text);
}

function dates(texts: ClaimTexts): ClaimDate[] {
  return splitList(texts.dates).map((text) => {
    const date = parseDate(text);
    const edtf = normaliseEdtf(date.edtf);
    if (parseEdtf(edtf) === null) throw new Bad('dates', 'no-date', text);
    return { ...date, edtf };
  });
}

function findingOf(texts: ClaimTexts, rating: string, setup: ImportSetup): PlannedClaim['finding'] {
  const verdict = setup.statuses.get(rating) ?? null;
  if (!verdict || verdict.reason === 'not started') return null;
  const { status, reason } = verdict;
  const rationale = texts.rationale || (status === 'unverified' ? '' : setup.rationale.trim());
  if (status !== 'unverified' && rationale === '') throw new Bad('rationale', 'no-reason', '');
  const confidence = oneOf(texts, 'confidence', CONFIDENCES);
  return {
    status,
    reason,
    part: reason === 'in part' ? orNull(texts.part) : null,
    rationale,
    asOf: day(texts, 'asOf'),
    confidence: status === 'unverified' ? null : confidence,
    saidAsReported: oneOf(texts, 'saidAsReported', SAID_AS_REPORTED),
    wouldChange: orNull(texts.wouldChange),
    reviewBy: day(texts, 'reviewBy'),
  };
}

/** Where the words stand: in one place of one document only, else nowhere that can be trusted. */
function placeOf(words: string, texts: ReadonlyMap<string, string>): Anchor | null {
  let found: Anchor | null = null;
  for (const [documentId, text] of texts) {
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
      if (found) return null;
      found = makeAnchor(documentId, text, at, at + words.length);
    }
  }
  return found;
}

function fieldsOf(texts: ClaimTexts): PlannedClaim['fields'] {
  if (texts.statement === '') throw new Bad('statement', 'empty', '');
  const use = oneOf(texts, 'use', USES);
  const skip = oneOf(texts, 'skip', SKIP_REASONS);
  return {
    statement: texts.statement,
    original: orNull(texts.original),
    gloss: orNull(texts.gloss),
    reading: orNull(texts.reading),
    priority: oneOf(texts, 'priority', PRIORITIES) ?? 'should',
    accuses: yes(texts, 'accuses'),
    tags: [...new Set(splitList(texts.tags))],
    dates: dates(texts),
    use: use && { kind: use, wording: orNull(texts.useWording) },
    skip: skip && { reason: skip, note: orNull(texts.skipNote) },
  };
}

function textsOf(row: TableRow, columns: ColumnMap): ClaimTexts {
  const texts: Record<ClaimField, string> = { ...NO_TEXTS };
  for (const field of CLAIM_FIELDS) {
    const at = columns[field];
    if (at !== undefined) texts[field] = row.cells[at]?.trim() ?? '';
  }
  return texts;
}

type Known = { readonly documents: ReadonlyMap<string, string>; readonly refs: ReadonlyMap<string, string> };

function plan(row: TableRow, setup: ImportSetup, { documents, refs }: Known): PlannedClaim {
  const texts = textsOf(row, setup.columns);
  const rating = ratingOf(row, setup.columns);
  const quotations = splitList(texts.quotation).map((words) => ({
    words,
    anchor: placeOf(words, documents),
  }));
  const kind = oneOf(texts, 'speakerKind', ['person', 'organisation', 'document']) ?? 'person';
  return {
    line: row.line,
    texts,
    fields: fieldsOf(texts),
    subjects: splitList(texts.subjects),
    speaker: texts.speaker === '' ? null : { name: texts.speaker, kind },
    anchors: quotations.flatMap(({ anchor }) => anchor ?? []),
    unplaced: quotations.flatMap(({ words, anchor }) => (anchor ? [] : [words])),
    finding: findingOf(texts, rating, setup),
    rating,
    already: refs.get(texts.statement) ?? null,
  };
}

/** What importing the table would make, and the rows that cannot be imported, by line. */
export function planImport(
  table: ClaimTable,
  setup: ImportSetup,
  held: { readonly state: CaseState; readonly texts: ReadonlyMap<string, string> },
): ImportPlan {
  const live = [...held.state.claim.values()].filter(({ mergedInto }) => mergedInto === null);
  const known = {
    documents: new Map([...held.texts].filter(([id]) => held.state.document.has(id))),
    refs: new Map(live.map(({ statement, ref }) => [statement, ref])),
  };
  const claims: PlannedClaim[] = [];
  const bad: BadRow[] = [];
  for (const row of table.rows) {
    try {
      claims.push(plan(row, setup, known));
    } catch (error) {
      if (!(error instanceof Bad)) throw error;
      const { field, why, text } = error;
      bad.push({ line: row.line, field, why, text });
    }
  }
  return { claims, bad };
}
