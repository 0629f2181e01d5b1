import type { ClaimRow } from './claim-row.ts';
import type { Json } from '../model/json.ts';

/** The list of claims as it stood, to be shown before the case itself has been read. */
export type ListAhead = { readonly title: string; readonly rows: readonly ClaimRow[] };

const FIELDS = [
  'id',
  'ref',
  'statement',
  'status',
  'reason',
  'speaker',
  'speakerId',
  'voiceUnclear',
  'priority',
  'accuses',
  'originsFor',
  'originsAgainst',
  'hasEvidence',
  'openQuestions',
  'changed',
  'conflict',
  'skipped',
  'stage',
  'owner',
  'findingKept',
  'decided',
  'due',
  'position',
  'changedAt',
] as const satisfies readonly Exclude<keyof ClaimRow, 'claim'>[];

type Missing = Exclude<keyof ClaimRow, 'claim' | (typeof FIELDS)[number]>;
/** Does not compile while a field of a row would be lost. */
const ALL: Missing extends never ? true : Missing = true;

/** The list as it is kept: the names of the columns once, each row as its values. */
export const keptList = (title: string, rows: readonly ClaimRow[]): Json =>
  ALL && {
    title,
    fields: FIELDS,
    rows: rows.map((row) => FIELDS.map((field) => row[field])),
  };

type Kept = {
  readonly title: string;
  readonly fields: readonly string[];
  readonly rows: readonly (readonly Json[])[];
};

const isKept = (value: Json): value is Kept & { readonly [key: string]: Json } => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { title, fields, rows } = value as { readonly [key: string]: Json };
  return (
    typeof title === 'string' &&
    Array.isArray(rows) &&
    Array.isArray(fields) &&
    FIELDS.length === fields.length &&
    FIELDS.every((field, at) => field === fields[at])
  );
};

/** What {@link keptList} kept; null for a list with other columns, which another version kept. */
export function listAhead(value: Json): ListAhead | null {
  if (!isKept(value)) return null;
  const rows = value.rows.map((values): ClaimRow => {
    const row: Record<string, Json> = { claim: null };
    for (const [at, field] of FIELDS.entries()) row[field] = values[at] ?? null;
    // The seal vouches that this program kept it, the columns that it is of a version with this row.
    return row as ClaimRow;
  });
  return { title: value.title, rows };
}
