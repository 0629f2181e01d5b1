import MiniSearch from 'minisearch';
import { foldText } from '../text/fold.ts';
import type { SearchChanges, SearchDoc } from './search-docs.ts';

/** Something found, the best first. */
export type SearchHit = Pick<SearchDoc, 'key' | 'kind' | 'itemId' | 'start' | 'end'> & {
  readonly score: number;
};

/** Words from this length on are found with a letter wrong. */
const FUZZY_FROM = 6;
const MOST_HITS = 200;

const newIndex = () =>
  new MiniSearch<SearchDoc>({
    idField: 'key',
    fields: ['title', 'text'],
    storeFields: ['kind', 'itemId', 'start', 'end'],
    // Words are cut in the folded text, so that Arabic marks and variants never split one.
    tokenize: (text) => foldText(text).split(/[^\p{L}\p{N}]+/u),
    processTerm: (term) => term || null,
    searchOptions: {
      boost: { title: 3 },
      prefix: true,
      combineWith: 'AND',
      fuzzy: (term) => (term.length >= FUZZY_FROM ? 0.2 : false),
    },
  });

/** The full-text search of one open case. Holds its texts in memory until it is dropped. */
export type SearchIndex = {
  update(changes: SearchChanges): void;
  /** All words must be found, the last letters of each may be missing. */
  search(query: string): SearchHit[];
};

/** An empty search. */
export function createSearchIndex(): SearchIndex {
  const index = newIndex();
  return {
    update({ put, drop }) {
      for (const key of drop) if (index.has(key)) index.discard(key);
      for (const doc of put) {
        if (index.has(doc.key)) index.replace(doc);
        else index.add(doc);
      }
    },
    search: (query) =>
      index
        .search(query)
        .slice(0, MOST_HITS)
        .map(({ id, kind, itemId, start, end, score }) => ({ key: id, kind, itemId, start, end, score })),
  };
}
