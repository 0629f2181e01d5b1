import { pause } from '#core/pause.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { placeOf } from '#core/journal/place.ts';
import { ForkedChainError } from '#core/journal/union.ts';
import type { CopyToMerge, MergedCopy } from '#core/merge/merge-copy.ts';
import type { CopyToPurge, PurgedCopy, PurgePreview } from '#core/merge/purge-copy.ts';
import type { Refusal } from '#core/ports/command.ts';
import {
  JOURNAL_PART,
  type JournalAnswer,
  type JournalRequest,
  type JournalTask,
  type Listed,
} from '#renderer/workers/journal-protocol.ts';

/** What is worked out from whole journals; nothing is stored. Rejects with the signal's reason once aborted. */
export type JournalWork = {
  /** Merges another copy of a case and says what that brings. */
  merge(copy: CopyToMerge, signal: AbortSignal): Promise<MergedCopy>;
  previewPurge(copy: Omit<CopyToPurge, 'tip'>, signal: AbortSignal): Promise<PurgePreview | Refusal>;
  purge(copy: CopyToPurge, signal: AbortSignal): Promise<PurgedCopy | Refusal>;
};

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

type Last = Extract<JournalAnswer, { kind: 'merged' | 'purged' | 'previewed' | 'refused' }>;
type Answered = { readonly last: Last; readonly listed: Listed };

/** Resolves with the whole of what the worker answers in parts, to the incoming entries it was sent. */
function answerOf(worker: Worker, incoming: readonly Entry[], signal: AbortSignal): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const added: Entry[] = [];
    const erased: Entry[] = [];
    const changed: FoldedItem[] = [];
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<JournalAnswer>) => {
      switch (data.kind) {
        case 'added':
        case 'erased':
          for (const back of data.entries) {
            const entry = typeof back === 'number' ? incoming[back] : back;
            if (entry) (data.kind === 'added' ? added : erased).push(entry);
            else reject(new Error('The worker names an entry that it was not sent.'));
          }
          break;
        case 'changed':
          for (const item of data.items) changed.push(item);
          break;
        case 'forked':
          reject(new ForkedChainError(data.actor, data.seq));
          break;
        case 'failed':
          reject(new Error(data.message));
          break;
        default:
          resolve({ last: data, listed: { added, erased, changed } });
      }
    });
  });
}

type Journals = { readonly held: readonly Entry[]; readonly incoming?: readonly Entry[] };

/** One task in a worker of its own, which ends with it: with 100,000 entries it takes seconds. */
async function inWorker(
  { held, incoming = [] }: Journals,
  task: JournalTask,
  signal: AbortSignal,
): Promise<Answered> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('../../workers/journal.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = answerOf(worker, incoming, signal);
    // It is waited for at the end; until then its failure must not count as unhandled.
    answer.catch(() => undefined);
    const send = (request: JournalRequest): void => worker.postMessage(request);
    for (const [kind, entries] of [
      ['held', held],
      ['incoming', incoming],
    ] as const) {
      for (let at = 0; at < entries.length; at += JOURNAL_PART) {
        send({ kind, entries: entries.slice(at, at + JOURNAL_PART) });
        await pause();
        signal.throwIfAborted();
      }
    }
    send(task);
    return await answer;
  } finally {
    worker.terminate();
  }
}

const unexpected = ({ last }: Answered): Error => new Error(`The worker answered with "${last.kind}".`);

/** Work on whole journals away from the window's thread. */
export const journalsInWorker: JournalWork = {
  async merge({ caseId, held, tip, incoming }, signal) {
    const journals = { held, incoming: tellingOf(held, incoming) };
    const answered = await inWorker(journals, { kind: 'merge', caseId, tip }, signal);
    if (answered.last.kind === 'merged') return { ...answered.listed, ...answered.last.rest };
    throw unexpected(answered);
  },
  async previewPurge({ held, asked }, signal) {
    const answered = await inWorker({ held }, { kind: 'preview-purge', asked }, signal);
    if (answered.last.kind === 'previewed') return answered.last.preview;
    if (answered.last.kind === 'refused') return answered.last.refusal;
    throw unexpected(answered);
  },
  async purge({ held, tip, asked }, signal) {
    const answered = await inWorker({ held }, { kind: 'purge', asked, tip }, signal);
    if (answered.last.kind === 'purged') return { ...answered.listed, ...answered.last.rest };
    if (answered.last.kind === 'refused') return answered.last.refusal;
    throw unexpected(answered);
  },
};
