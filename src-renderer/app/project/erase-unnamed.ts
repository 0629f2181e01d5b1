import { namedBy } from '#core/merge/destroyed.ts';
import type { Host } from '#renderer/platform/host.ts';
import { blobsInUse } from '../blobs-in-use.ts';
import type { Incoming } from '../open-case.ts';
import type { OpenedCase } from '../session.ts';

/**
 * Erases files that came with a copy and that nothing in the merged case names: they were purged here,
 * and the copy is from before. Those that a copy on this laptop needs stay as long as it does.
 */
export async function eraseUnnamed(
  host: Host,
  { caseId, desk }: Pick<OpenedCase, 'caseId' | 'desk'>,
  { entries }: Incoming,
): Promise<void> {
  const inUse = new Set(blobsInUse(desk.open.state));
  const came = [...namedBy(entries).blobs].filter((sha256) => !inUse.has(sha256));
  if (came.length === 0) return;
  // Read only now: a journal of 100,000 entries takes a second.
  const { blobs } = namedBy(await desk.open.journal());
  const sha256s = came.filter((sha256) => !blobs.has(sha256));
  if (sha256s.length > 0) await host.call('evidence.erase', { caseId, sha256s, unlessCopied: true });
}
