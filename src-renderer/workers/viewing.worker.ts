import { readView } from '#renderer/importers/snapshot/read-view.ts';
import type { ViewingAnswer, ViewingRequest } from './viewing-protocol.ts';

self.onmessage = ({ data: { format, bytes } }: MessageEvent<ViewingRequest>) => {
  let answer: ViewingAnswer;
  try {
    answer = { kind: 'read', view: readView(format, bytes) };
  } catch (error) {
    answer = {
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  self.postMessage(answer);
};
