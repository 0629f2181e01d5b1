import type { Entry } from '#core/journal/entry.ts';
import type { Host } from '#renderer/platform/host.ts';
import { journalSlices } from './journal-slices.ts';

/**
 * Hands a journal to a save that the vault has begun. The next slice is made while the vault takes
 * the one before. `requireWanted`: throws once the save is not wanted any more.
 */
export async function sendJournal(
  host: Host,
  jobId: string,
  entries: readonly Entry[],
  requireWanted: () => void = () => undefined,
): Promise<void> {
  let taken: Promise<unknown> = Promise.resolve();
  for await (const bytes of journalSlices(entries)) {
    requireWanted();
    await taken;
    taken = host.call('project.saveEntries', { jobId, bytes });
    // Met where it is waited for.
    taken.catch(() => undefined);
  }
  await taken;
}
