import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { placeOf } from '#core/journal/place.ts';
import { ForkedChainError } from '#core/journal/union.ts';
import type { CopyToMerge, MergedCopy } from '#core/merge/merge-copy.ts';
import type { Merging } from '../open-case.ts';
import type { Parts } from '../parts.ts';
import { MERGE_PART, type MergeAnswer, type MergeRequest } from '#renderer/workers/merge-protocol.ts';

/** Merges another copy of a case and says what that brings; nothing is stored. */
export type MergeCopies = (copy: CopyToMerge) => Promise<MergedCopy>;

/** The merging of one case. */
export const mergingFor =
  ({ mergeCopies }: Pick<Parts, 'mergeCopies'>, caseId: string): Merging =>
  (held, tip, incoming) =>
    mergeCopies({ caseId, held, tip, incoming });

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * The entries that tell this copy anything: those it holds just so are most of a file, and copying
 * them to the worker would take longer than merging.
 */
function tellingOf(held: readonly Entry[], incoming: readonly Entry[]): readonly Entry[] {
  const known = new Map(held.map((entry) => [placeOf(entry.header), entry]));
  return incoming.filter(({ header, body }) => {
    const same = known.get(placeOf(header));
    if (same?.header.id !== header.id || same.header.bodyHash !== header.bodyHash) return true;
    return (
      same.header.prev !== header.prev ||
      same.header.at !== header.at ||
      (body !== null && same.body === null)
    );
  });
}

/** Resolves with the whole of what the worker answers in parts. */
function answerOf(worker: Worker): Promise<MergedCopy> {
  return new Promise((resolve, reject) => {
    const added: Entry[] = [];
    const changed: FoldedItem[] = [];
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<MergeAnswer>) => {
      switch (data.kind) {
        case 'added':
          for (const entry of data.entries) added.push(entry);
          break;
        case 'changed':
          for (const item of data.items) changed.push(item);
          break;
        case 'merged':
          resolve({ added, changed, ...data.rest });
          break;
        case 'forked':
          reject(new ForkedChainError(data.actor, data.seq));
          break;
        case 'failed':
          reject(new Error(data.message));
      }
    });
  });
}

/** The merge in a worker of its own, which ends with it: with 100,000 entries it takes seconds. */
export const mergeInWorker: MergeCopies = async ({ caseId, held, tip, incoming }) => {
  const worker = new Worker(new URL('../../workers/merge.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = answerOf(worker);
    const send = (request: MergeRequest): void => worker.postMessage(request);
    for (const [kind, entries] of [
      ['held', held],
      ['incoming', tellingOf(held, incoming)],
    ] as const) {
      for (let at = 0; at < entries.length; at += MERGE_PART) {
        send({ kind, entries: entries.slice(at, at + MERGE_PART) });
        await pause();
      }
    }
    send({ kind: 'merge', caseId, tip });
    return await answer;
  } finally {
    worker.terminate();
  }
};
