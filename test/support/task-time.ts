import type { Page } from 'playwright-core';

/** One event of the browser's trace; times in microseconds, `tdur` of the thread's own CPU time. */
type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

/** No task of the window's thread may take longer, in milliseconds. */
export const MOST_OF_A_TASK_MS = 200;

const isTraceEvent = (event: object): event is TraceEvent =>
  'name' in event && 'pid' in event && 'tid' in event;

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;

/**
 * Watches the tasks of the window's thread until the returned function is called, which resolves with
 * the most CPU time, in milliseconds, that one of them took. A task that waits for a core while other
 * work has it is no longer for that, so that the bound holds on a busy machine as well. Frames of the
 * window that have a thread of their own count too.
 */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event);
  });
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    const windows = new Set(
      events
        .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
        .map(threadOf),
    );
    const tasks = events.filter((event) => event.name.endsWith('RunTask') && windows.has(threadOf(event)));
    if (tasks.length === 0) throw new Error('The trace holds no task of the window.');
    return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
  };
}
