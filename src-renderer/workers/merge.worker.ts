import { entropyWith } from '#core/journal/entropy.ts';
import type { Entry } from '#core/journal/entry.ts';
import { ForkedChainError } from '#core/journal/union.ts';
import { mergeCopy } from '#core/merge/merge-copy.ts';
import { MERGE_PART, type MergeAnswer, type MergeRequest } from './merge-protocol.ts';

const held: Entry[] = [];
const incoming: Entry[] = [];
const answer = (message: MergeAnswer): void => self.postMessage(message);

function merge({ caseId, tip }: Extract<MergeRequest, { kind: 'merge' }>): void {
  const entropy = entropyWith((length) => crypto.getRandomValues(new Uint8Array(length)), Date.now);
  const { added, changed, ...rest } = mergeCopy({ caseId, held, incoming, tip }, entropy);
  for (let at = 0; at < added.length; at += MERGE_PART)
    answer({ kind: 'added', entries: added.slice(at, at + MERGE_PART) });
  for (let at = 0; at < changed.length; at += MERGE_PART)
    answer({ kind: 'changed', items: changed.slice(at, at + MERGE_PART) });
  answer({ kind: 'merged', rest });
}

self.addEventListener('message', ({ data }: MessageEvent<MergeRequest>) => {
  if (data.kind !== 'merge') {
    const list = data.kind === 'held' ? held : incoming;
    for (const entry of data.entries) list.push(entry);
    return;
  }
  try {
    merge(data);
  } catch (error) {
    if (error instanceof ForkedChainError) answer({ kind: 'forked', actor: error.actor, seq: error.seq });
    else answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
