import type { Host } from '#renderer/platform/host.ts';
import type { Incoming } from '../open-case.ts';
import { EntryReader } from './journal-slices.ts';

/** Journal and texts of an open project file, which the vault has checked whole. */
export async function readContent(
  host: Host,
  jobId: string,
  documents: readonly string[],
): Promise<Incoming> {
  const reader = new EntryReader();
  const next = () => host.call('project.entries', { jobId });
  // The vault reads the next slice while this one is taken apart.
  for (let slice = next(); ; ) {
    const { bytes, done: last } = await slice;
    if (!last) {
      slice = next();
      // Met where it is waited for.
      slice.catch(() => undefined);
    }
    await reader.take(bytes, last);
    if (last) break;
  }
  const texts = new Map<string, string>();
  for (const id of documents) {
    const { text } = await host.call('project.text', { jobId, id });
    texts.set(id, text);
  }
  return { entries: reader.entries, texts };
}
