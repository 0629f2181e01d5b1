import { pause } from '#core/pause.ts';
import type { CaseCheck } from '#core/integrity/check-case.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { useCase } from '#renderer/state/case-store.ts';
import type { CheckRequest } from '#renderer/workers/check-protocol.ts';
import type { Desk } from './desk.ts';

/** Looks whether a journal holds and the rows are its fold. */
export type CheckCase = (entries: readonly Entry[], rows: readonly FoldedItem[]) => Promise<CaseCheck>;

/** Items in one message: copying more at once would hold up the window. */
const PART = 500;

/** The check in a worker of its own, which ends with it. */
export const checkInWorker: CheckCase = async (entries, rows) => {
  const worker = new Worker(new URL('../workers/check.worker.ts', import.meta.url), { type: 'module' });
  try {
    const answer = new Promise<CaseCheck>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<CaseCheck>) => resolve(data));
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
    });
    const send = (request: CheckRequest): void => worker.postMessage(request);
    for (let at = 0; at < entries.length; at += PART) {
      send({ kind: 'entries', entries: entries.slice(at, at + PART) });
      await pause();
    }
    for (let at = 0; at === 0 || at < rows.length; at += PART) {
      send({ kind: 'rows', rows: rows.slice(at, at + PART), last: at + PART >= rows.length });
      await pause();
    }
    return await answer;
  } finally {
    worker.terminate();
  }
};

/**
 * Checks an open case once, behind the person's back: where the history was altered it says so for as
 * long as the case is open; where only rows were, it makes them anew from the history and says that.
 */
export async function checkBehind(desk: Desk, check: CheckCase): Promise<void> {
  const { entries, rows } = await desk.open.snapshot();
  const { faults, wrongRows } = await check(entries, rows);
  if (faults.length > 0) {
    console.error('The history was altered.', faults);
    useCase.setState({ alarm: 'history-altered' });
  } else if (wrongRows > 0) {
    console.error(`${wrongRows} rows were not what the history says.`);
    await desk.rebuild();
    useCase.setState({ alarm: 'rows-rebuilt' });
  }
}
