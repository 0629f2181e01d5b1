import type { SearchRequest } from './search-protocol.ts';
import { createSearchServer } from './search-server.ts';

const serve = createSearchServer((response) => self.postMessage(response));
self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => serve(data));
