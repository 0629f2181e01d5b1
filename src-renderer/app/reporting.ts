import { v7 as newId } from 'uuid';
import type { Done, ReportOptions } from '#core/ports/workbench.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { dropJob, putJob } from '#renderer/state/jobs-store.ts';
import { today } from './desk.ts';
import { done, note } from './failures.ts';
import type { Parts } from './parts.ts';
import type { OpenedCase } from './session.ts';

/** A name every file system takes; the words of the title, not its punctuation. */
export function fileNameOf(title: string): string {
  const words = title
    .replace(/[^\p{L}\p{N}\p{M} _-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${[...words].slice(0, 80).join('').trim() || 'report'}.pdf`;
}

async function picturesOf(opened: OpenedCase | null, ids: Iterable<string>) {
  const pictures: { name: string; bytes: Uint8Array }[] = [];
  for (const name of opened ? ids : []) {
    const bytes = await opened?.desk.open.thumbnail(name);
    if (bytes) pictures.push({ name, bytes });
  }
  return pictures;
}

function startJob(host: Host, subject: string): { jobId: string; end(): void } {
  const jobId = newId();
  const cancel = (): void =>
    void note('The report could not be stopped.', host.call('report.cancel', { jobId }));
  putJob({ id: jobId, kind: 'report', subject, done: 0, total: 0, cancel });
  return { jobId, end: () => dropJob(jobId) };
}

/** Exports the verification report of the case in view, the sample included. */
export async function exportReport(
  { host, buildReport }: Pick<Parts, 'host' | 'buildReport'>,
  opened: OpenedCase | null,
  { paper }: ReportOptions,
): Promise<Done<{ path: string | null; pages: number }>> {
  await opened?.desk.open.settled();
  const { state, texts } = useCase.getState();
  const title = state.case.get('case')?.title ?? '';
  const { jobId, end } = startJob(host, title);
  try {
    const thumbnails = await picturesOf(opened, state.evidence.keys());
    const pictures = new Set(thumbnails.map(({ name }) => name));
    const model = JSON.stringify(buildReport(state, texts, { today: today(), pictures }));
    const suggestedName = fileNameOf(title);
    return done(await host.call('report.export', { jobId, model, paper, suggestedName, thumbnails }));
  } finally {
    end();
  }
}
