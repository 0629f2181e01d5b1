import { entropyWith } from '#core/journal/entropy.ts';
import type { Entry } from '#core/journal/entry.ts';
import { ForkedChainError } from '#core/journal/union.ts';
import { mergeCopy } from '#core/merge/merge-copy.ts';
import { previewPurge, purgeCopy } from '#core/merge/purge-copy.ts';
import {
  type EntryBack,
  JOURNAL_PART,
  type JournalAnswer,
  type JournalRequest,
  type JournalTask,
  type Listed,
} from './journal-protocol.ts';

const held: Entry[] = [];
const incoming: Entry[] = [];
const entropy = entropyWith((length) => crypto.getRandomValues(new Uint8Array(length)), Date.now);
const answer = (message: JournalAnswer): void => self.postMessage(message);

function* parts<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += JOURNAL_PART) yield items.slice(at, at + JOURNAL_PART);
}

/** Sends the long lists of a result; returns what is left of it. */
function sent<T extends Listed>({ added, erased, changed, ...rest }: T): Omit<T, keyof Listed> {
  const numbers = new Map(incoming.map((entry, at) => [entry, at]));
  const back = (entry: Entry): EntryBack => numbers.get(entry) ?? entry;
  for (const entries of parts(added)) answer({ kind: 'added', entries: entries.map(back) });
  for (const entries of parts(erased)) answer({ kind: 'erased', entries: entries.map(back) });
  for (const items of parts(changed)) answer({ kind: 'changed', items });
  return rest;
}

function perform(task: JournalTask): void {
  switch (task.kind) {
    case 'merge':
      return answer({ kind: 'merged', rest: sent(mergeCopy({ ...task, held, incoming }, entropy)) });
    case 'preview-purge': {
      const preview = previewPurge({ ...task, held }, entropy);
      return answer(
        'refused' in preview ? { kind: 'refused', refusal: preview } : { kind: 'previewed', preview },
      );
    }
    case 'purge': {
      const purged = purgeCopy({ ...task, held }, entropy);
      return answer(
        'refused' in purged ? { kind: 'refused', refusal: purged } : { kind: 'purged', rest: sent(purged) },
      );
    }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<JournalRequest>) => {
  if ('entries' in data) {
    const list = data.kind === 'held' ? held : incoming;
    for (const entry of data.entries) list.push(entry);
    return;
  }
  try {
    perform(data);
  } catch (error) {
    if (error instanceof ForkedChainError) answer({ kind: 'forked', actor: error.actor, seq: error.seq });
    else answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
