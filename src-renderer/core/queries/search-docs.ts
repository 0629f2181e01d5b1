import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { displayName, searchableNames } from '../model/names.ts';

/** What a search can find. */
export const SEARCHED = ['claim', 'evidence', 'party', 'paragraph'] as const;

/** One thing the search knows. */
export type SearchDoc = {
  /** Unique among all; paragraphs by document and place. */
  readonly key: string;
  readonly kind: (typeof SEARCHED)[number];
  /** Id of the claim, evidence item, party or document. */
  readonly itemId: string;
  /** Place of a paragraph in its document (UTF-16 offsets), else null. */
  readonly start: number | null;
  readonly end: number | null;
  readonly title: string;
  readonly text: string;
};

/** What the search must learn and forget. */
export type SearchChanges = { readonly put: readonly SearchDoc[]; readonly drop: readonly string[] };

const keyOf = (kind: SearchDoc['kind'], id: string) => `${kind}/${id}`;
const joined = (texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join('\n');

const itemDoc = (kind: SearchDoc['kind'], itemId: string, title: string, text: string): SearchDoc => ({
  key: keyOf(kind, itemId),
  kind,
  itemId,
  start: null,
  end: null,
  title,
  text,
});

function claimDoc(claim: Item<'claim'>): SearchDoc {
  const { id, ref, statement, original, gloss, reading, tags, anchors, finding } = claim;
  const words = anchors.map(({ exact }) => exact);
  const text = joined([statement, original, gloss, reading, finding?.rationale, ...tags, ...words]);
  return itemDoc('claim', id, ref, text);
}

function evidenceDoc(evidence: Item<'evidence'>): SearchDoc {
  const { id, ref, title, description, url, text, file, receipt } = evidence;
  const words = joined([title, description, url, text, file?.name, receipt?.saidToShow]);
  return itemDoc('evidence', id, ref, words);
}

/** Of our sources nothing but the code name may be found. */
const partyDoc = (party: Item<'party'>): SearchDoc =>
  itemDoc('party', party.id, displayName(party), joined([...searchableNames(party), party.role]));

/** The paragraphs of a document's text: lines that are not blank, with their places. */
export function paragraphDocs(documentId: string, text: string): SearchDoc[] {
  const docs: SearchDoc[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*/gu)) {
    docs.push({
      key: `${keyOf('paragraph', documentId)}/${index}`,
      kind: 'paragraph',
      itemId: documentId,
      start: index,
      end: index + line.length,
      title: '',
      text: line,
    });
  }
  return docs;
}

function changesOf<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  docs: (id: string, item: T) => SearchDoc[],
): SearchChanges {
  if (before === after) return { put: [], drop: [] };
  const put: SearchDoc[] = [];
  const drop: string[] = [];
  for (const [id, item] of before) if (!after.has(id)) drop.push(...docs(id, item).map(({ key }) => key));
  for (const [id, item] of after) if (before.get(id) !== item) put.push(...docs(id, item));
  return { put, drop };
}

/** What the search works on: the open case and the texts of its documents. */
export type Searchable = {
  readonly state: Pick<CaseState, 'claim' | 'evidence' | 'party' | 'document'>;
  readonly texts: ReadonlyMap<string, string>;
};

/** A merged claim is found through the claim it became part of. */
const liveClaims = (claims: CaseState['claim']): ReadonlyMap<string, Item<'claim'>> =>
  new Map([...claims].filter(([, { mergedInto }]) => mergedInto === null));

/** The texts of documents that are still in the case. */
const liveTexts = ({ state, texts }: Searchable): ReadonlyMap<string, string> =>
  new Map([...texts].filter(([id]) => state.document.has(id)));

/** What changed for the search between two moments of a case. */
export function searchChanges(before: Searchable, after: Searchable): SearchChanges {
  const [was, is] = [before.state, after.state];
  const parts = [
    ...(was.claim === is.claim
      ? []
      : [changesOf(liveClaims(was.claim), liveClaims(is.claim), (_, claim) => [claimDoc(claim)])]),
    changesOf(was.evidence, is.evidence, (_, evidence) => [evidenceDoc(evidence)]),
    changesOf(was.party, is.party, (_, party) => [partyDoc(party)]),
    ...(was.document === is.document && before.texts === after.texts
      ? []
      : [changesOf(liveTexts(before), liveTexts(after), paragraphDocs)]),
  ];
  return { put: parts.flatMap(({ put }) => put), drop: parts.flatMap(({ drop }) => drop) };
}
