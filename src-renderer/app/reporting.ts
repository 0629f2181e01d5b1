import { v7 as newId } from 'uuid';
import { CASE_ITEM_ID } from '#core/model/case-info.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Done, ReportOptions } from '#core/ports/workbench.ts';
import { buildReport } from '#core/report/build-report.ts';
import { isOffRecord } from '#core/report/off-record.ts';
import type { Host } from '#renderer/platform/host.ts';
import { useCase } from '#renderer/state/case-store.ts';
import { dropJob, putJob } from '#renderer/state/jobs-store.ts';
import { today } from './desk.ts';
import { done, note } from './failures.ts';
import { historyOfCase } from '#core/queries/history.ts';
import { pastFindings } from '#core/queries/past-findings.ts';
import type { OpenedCase } from './session.ts';

/** A name every file system takes; the words of the title, not its punctuation. */
export function fileNameOf(title: string, extension = 'pdf'): string {
  const words = title
    .replace(/[^\p{L}\p{N}\p{M} _-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${[...words].slice(0, 80).join('').trim() || (extension === 'pdf' ? 'report' : 'case')}.${extension}`;
}

/** Thumbnails by evidence id; what is off the record does not even leave the window. */
async function picturesOf(opened: OpenedCase | null, { evidence }: CaseState) {
  const pictures: { name: string; bytes: Uint8Array }[] = [];
  if (!opened) return pictures;
  for (const item of evidence.values()) {
    const bytes = isOffRecord(item) ? null : await opened.desk.open.thumbnail(item.id);
    if (bytes) pictures.push({ name: item.id, bytes });
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
  host: Host,
  opened: OpenedCase | null,
  { paper }: ReportOptions,
): Promise<Done<{ path: string | null; pages: number }>> {
  await opened?.desk.open.settled();
  const { state, texts } = useCase.getState();
  const title = state.case.get(CASE_ITEM_ID)?.title ?? '';
  const { jobId, end } = startJob(host, title);
  try {
    const thumbnails = await picturesOf(opened, state);
    const pictures = new Set(thumbnails.map(({ name }) => name));
    const earlier = pastFindings(historyOfCase((await opened?.desk.open.journal()) ?? []));
    const model = JSON.stringify(buildReport(state, texts, { today: today(), pictures, earlier }));
    const suggestedName = fileNameOf(title);
    return done(await host.call('report.export', { jobId, model, paper, suggestedName, thumbnails }));
  } finally {
    end();
  }
}
