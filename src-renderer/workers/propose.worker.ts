import { readDrafts } from '#core/proposing/read-drafts.ts';
import type { ProposeAnswer, ProposeRequest } from './propose-protocol.ts';

const answer = (said: ProposeAnswer): void => self.postMessage(said);

self.onmessage = ({ data: { text, within, published } }: MessageEvent<ProposeRequest>) => {
  try {
    const reading = readDrafts(text, within, published, (share) => answer({ kind: 'progress', share }));
    answer({ kind: 'read', reading });
  } catch (error) {
    answer({
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
};
