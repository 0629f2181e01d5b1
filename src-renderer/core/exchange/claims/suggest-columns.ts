import { CLAIM_COLUMNS, CLAIM_FIELDS, type ClaimField } from './columns.ts';
import type { ClaimTable } from './table.ts';

/** Which column of a table holds which field, by index from 0. */
export type ColumnMap = Readonly<Partial<Record<ClaimField, number>>>;

/** Headings other tools and people write, folded. */
const OTHERS: Readonly<Partial<Record<ClaimField, readonly string[]>>> = {
  ref: ['ref', 'id', 'claim id', 'identifier', 'number', 'no'],
  statement: ['claim', 'claimreviewed', 'claim reviewed', 'text', 'assertion', 'الادعاء'],
  status: ['rating', 'verdict', 'conclusion', 'alternatename', 'textual rating', 'الحكم', 'التقييم'],
  rationale: ['explanation', 'reviewbody', 'why', 'justification', 'analysis'],
  asOf: ['review date', 'date reviewed', 'reviewdate', 'checked on'],
  speaker: ['claimant', 'who', 'who said it', 'author', 'said by', 'claim author', 'المتحدث', 'القائل'],
  quotation: ['quote', 'exact words', 'literal wording'],
  original: ['original', 'original text'],
  tags: ['tag', 'keywords', 'topics'],
  document: ['source', 'title', 'appearance title'],
  documentUrl: ['url', 'link', 'source url', 'appearance', 'address', 'claim url'],
  published: ['claimdate', 'claim date', 'date', 'datepublished'],
};

const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[_\-\s]+/gu, ' ')
    .trim();

/** The columns by their headings, our own first; each column holds one field at most. */
export function suggestColumns({ columns }: ClaimTable): ColumnMap {
  const map: Partial<Record<ClaimField, number>> = {};
  const taken = new Set<number>();
  const headings = columns.map(folded);
  const take = (field: ClaimField, words: readonly string[]): void => {
    const at = headings.findIndex((heading, index) => !taken.has(index) && words.includes(heading));
    if (at === -1 || map[field] !== undefined) return;
    map[field] = at;
    taken.add(at);
  };
  for (const field of CLAIM_FIELDS) take(field, [folded(CLAIM_COLUMNS[field])]);
  for (const field of CLAIM_FIELDS) take(field, OTHERS[field] ?? []);
  return map;
}
