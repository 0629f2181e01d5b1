import { leavingFlow, leavingText } from '#core/exchange/leaving-export.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import { stateOf } from '#core/model/case-state.ts';
import { leavingReport } from '#core/report/leaving-report.ts';
import type { LeavingAnswer, LeavingRequest, LeavingTask } from './leaving-protocol.ts';

const items: FoldedItem[] = [];
const entries: Entry[] = [];
const texts = new Map<string, string>();

async function perform(task: LeavingTask): Promise<LeavingAnswer> {
  const state = stateOf(items);
  if (task.kind === 'report')
    return { kind: 'report', report: leavingReport({ ...task.about, state, texts, entries }) };
  const given = { state, texts, language: task.setup.language };
  if (task.kind === 'text') return { kind: 'text', built: leavingText(given, task.setup) };
  // A large library for few: it is loaded when it is wanted.
  const { docxFile } = await import('./word/docx-file.ts');
  return { kind: 'word', bytes: await docxFile(leavingFlow(given, task.setup), task.setup.today) };
}

const failed = (error: unknown): LeavingAnswer => ({
  kind: 'failed',
  message: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

self.onmessage = ({ data }: MessageEvent<LeavingRequest>) => {
  switch (data.kind) {
    case 'items':
      for (const item of data.items) items.push(item);
      return;
    case 'entries':
      for (const entry of data.entries) entries.push(entry);
      return;
    case 'texts':
      for (const [id, text] of data.texts) texts.set(id, text);
      return;
    default:
      perform(data).then(
        (answer) => self.postMessage(answer),
        (error: unknown) => self.postMessage(failed(error)),
      );
  }
};
