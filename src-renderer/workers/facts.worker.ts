// The bundler answers `?url` with the file's address.
// oxlint-disable-next-line import/default
import wasm from 'mediainfo.js/MediaInfoModule.wasm?url';
import { readFacts } from '#renderer/importers/facts/read-facts.ts';
import { ImportError } from '#renderer/importers/import-error.ts';
import type { FactsAnswer, FactsRequest } from './facts-protocol.ts';

const answer = (said: FactsAnswer): void => self.postMessage(said);

self.onmessage = ({ data: { url, mediaType, size } }: MessageEvent<FactsRequest>) => {
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    if (end <= start) return new Uint8Array();
    const response = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
    if (!response.ok) throw new Error(`evidence answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  readFacts({ mediaType, size, read }, new URL(wasm, self.location.href).href).then(
    (facts) => answer({ kind: 'read', facts }),
    (error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      answer({ kind: 'failed', code: error instanceof ImportError ? error.code : null, message });
    },
  );
};
