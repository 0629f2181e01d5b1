import type { SearchHit } from '#core/queries/search-index.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { useSession } from '#renderer/state/session-store.ts';
import { createSearchClient, type SearchClient, type SearchPort } from '#renderer/workers/search-client.ts';

/** Full-text search over the case in view. */
export type Searching = {
  /** What the query finds in claims, evidence, people and the texts, the best first. */
  search(query: string): Promise<readonly SearchHit[]>;
};

/**
 * Search in a worker that starts with the first question and ends with the case: a locked app must
 * hold none of its texts.
 */
export function createSearching(startWorker: () => SearchPort): Searching {
  let client: SearchClient | null = null;
  let phase = useSession.getState().phase;
  let caseId = useSession.getState().caseId;
  useSession.subscribe((session) => {
    if (session.phase === phase && session.caseId === caseId) return;
    ({ phase, caseId } = session);
    client?.close();
    client = null;
  });
  return {
    async search(query) {
      if (query.trim() === '') return [];
      client ??= createSearchClient(startWorker());
      const { state, texts } = useCase.getState();
      client.update({ state, texts });
      return client.search(query);
    },
  };
}

/** The search worker of the built window. */
export const searchWorker = (): SearchPort =>
  new Worker(new URL('../workers/search.worker.ts', import.meta.url), { type: 'module' });
