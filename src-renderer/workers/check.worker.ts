import { checkCase } from '#core/integrity/check-case.ts';
import type { Entry } from '#core/journal/entry.ts';
import type { FoldedItem } from '#core/journal/folded.ts';
import type { CheckRequest } from './check-protocol.ts';

const entries: Entry[] = [];
const rows: FoldedItem[] = [];

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  if (data.kind === 'entries') entries.push(...data.entries);
  else rows.push(...data.rows);
  if (data.kind === 'rows' && data.last) self.postMessage(checkCase(entries, rows));
});
