import { createSearchIndex } from '#core/queries/search-index.ts';
import type { SearchRequest, SearchResponse } from './search-protocol.ts';

/** Answers requests in the order they come, over one index. */
export function createSearchServer(
  answer: (response: SearchResponse) => void,
): (request: SearchRequest) => void {
  const index = createSearchIndex();
  return (request) => {
    try {
      if (request.kind === 'update') index.update(request.changes);
      else answer({ kind: 'hits', id: request.id, hits: index.search(request.query) });
    } catch (error) {
      const id = request.kind === 'search' ? request.id : null;
      answer({ kind: 'failed', id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}
