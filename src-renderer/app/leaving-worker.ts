import type { BuiltExport, ExportSetup } from '#core/exchange/build-export.ts';
import { type CaseToExport, leavingText } from '#core/exchange/leaving-export.ts';
import type { Entry } from '#core/journal/entry.ts';
import { type CaseState, rowsOf } from '#core/model/case-state.ts';
import { pause } from '#core/pause.ts';
import { type CaseToReport, leavingReport, type LeavingReport } from '#core/report/leaving-report.ts';
import {
  LEAVING_PART,
  type LeavingAnswer,
  type LeavingRequest,
  type LeavingTask,
} from '#renderer/workers/leaving-protocol.ts';

/** Makes what leaves the case. Rejects with the signal's reason once aborted. */
export type LeavingWork = {
  report(given: CaseToReport, signal: AbortSignal): Promise<LeavingReport>;
  text(given: CaseToExport, setup: ExportSetup, signal: AbortSignal): Promise<BuiltExport>;
  /** The bytes of a Word document. */
  word(
    given: CaseToExport,
    setup: Pick<ExportSetup, 'claimIds' | 'today' | 'language'>,
    signal: AbortSignal,
  ): Promise<Uint8Array>;
};

/** Up to here the making takes less than starting a worker and copying the case to it. */
const FEW_CLAIMS = 100;

const isSmall = ({ state }: { readonly state: CaseState }): boolean => state.claim.size <= FEW_CLAIMS;

type Sent = Pick<CaseToReport, 'state' | 'texts'> & { readonly entries?: readonly Entry[] };

async function send(
  worker: Worker,
  { state, texts, entries = [] }: Sent,
  signal: AbortSignal,
): Promise<void> {
  const post = (request: LeavingRequest): void => worker.postMessage(request);
  post({ kind: 'texts', texts });
  const items = rowsOf(state);
  for (let at = 0; at < items.length; at += LEAVING_PART) {
    post({ kind: 'items', items: items.slice(at, at + LEAVING_PART) });
    await pause();
    signal.throwIfAborted();
  }
  for (let at = 0; at < entries.length; at += LEAVING_PART) {
    post({ kind: 'entries', entries: entries.slice(at, at + LEAVING_PART) });
    await pause();
    signal.throwIfAborted();
  }
}

function answerOf(worker: Worker, signal: AbortSignal): Promise<LeavingAnswer> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<LeavingAnswer>) => {
      if (data.kind === 'failed') reject(new Error(data.message));
      else resolve(data);
    });
  });
}

/** One task in a worker of its own, which ends with it: with thousands of claims it takes seconds. */
async function inWorker(given: Sent, task: LeavingTask, signal: AbortSignal): Promise<LeavingAnswer> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('../workers/leaving.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = answerOf(worker, signal);
    // It is waited for at the end; until then its failure must not count as unhandled.
    answer.catch(() => undefined);
    await send(worker, given, signal);
    worker.postMessage(task satisfies LeavingRequest);
    return await answer;
  } finally {
    worker.terminate();
  }
}

const unexpected = ({ kind }: LeavingAnswer): Error => new Error(`The worker answered with "${kind}".`);

/** What leaves is made away from the window's thread, but for small cases. */
export const leavingInWorker: LeavingWork = {
  async report(given, signal) {
    if (isSmall(given)) return leavingReport(given);
    const { pictures, signature, today, setup, view = null } = given;
    const about = { pictures, signature, today, setup, view };
    const answer = await inWorker(given, { kind: 'report', about }, signal);
    if (answer.kind === 'report') return answer.report;
    throw unexpected(answer);
  },
  async text(given, setup, signal) {
    if (isSmall(given)) return leavingText(given, setup);
    const answer = await inWorker(given, { kind: 'text', setup }, signal);
    if (answer.kind === 'text') return answer.built;
    throw unexpected(answer);
  },
  async word(given, setup, signal) {
    const answer = await inWorker(given, { kind: 'word', setup }, signal);
    if (answer.kind === 'word') return answer.bytes;
    throw unexpected(answer);
  },
};
