import { EMPTY_CASE } from '#core/model/case-state.ts';
import { type Searchable, searchChanges } from '#core/queries/search-docs.ts';
import type { SearchHit } from '#core/queries/search-index.ts';
import type { SearchRequest, SearchResponse } from './search-protocol.ts';

/** The part of a Worker the client uses; tests put a search server behind it. */
export type SearchPort = {
  postMessage(request: SearchRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: SearchResponse }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
};

/** Full-text search off the UI thread. */
export type SearchClient = {
  /** Tells the worker what changed since the last call; nothing when nothing did. */
  update(now: Searchable): void;
  /** What is found in all that was told so far. Rejects when the worker fails or is closed. */
  search(query: string): Promise<readonly SearchHit[]>;
  /** Ends the worker and drops every text it held; call it on lock. */
  close(): void;
};

type Waiting = { resolve(hits: readonly SearchHit[]): void; reject(error: Error): void };

const NOTHING: Searchable = { state: EMPTY_CASE, texts: new Map() };

/** A client of the worker behind `port`, which starts empty. */
export function createSearchClient(port: SearchPort): SearchClient {
  const waiting = new Map<number, Waiting>();
  let told = NOTHING;
  let next = 1;
  let broken: Error | null = null;
  const breakDown = (error: Error) => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  port.addEventListener('message', ({ data }) => {
    if (data.kind === 'failed' && data.id === null) return breakDown(new Error(data.error));
    const asked = data.id === null ? undefined : waiting.get(data.id);
    if (!asked || data.id === null) return;
    waiting.delete(data.id);
    if (data.kind === 'hits') asked.resolve(data.hits);
    else asked.reject(new Error(data.error));
  });
  port.addEventListener('error', ({ message }) =>
    breakDown(new Error(message ?? 'The search worker failed.')),
  );
  return {
    update(now) {
      if (broken) return;
      const changes = searchChanges(told, now);
      told = now;
      if (changes.put.length + changes.drop.length > 0) port.postMessage({ kind: 'update', changes });
    },
    search: (query) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        const id = next++;
        waiting.set(id, { resolve, reject });
        port.postMessage({ kind: 'search', id, query });
      }),
    close() {
      breakDown(new Error('The search is closed.'));
      told = NOTHING;
      port.terminate();
    },
  };
}
