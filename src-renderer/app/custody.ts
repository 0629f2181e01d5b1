import { v7 as newId } from 'uuid';
import type { BlobRef, FileCheck, Handling } from '#core/model/evidence.ts';
import type { Done } from '#core/ports/workbench.ts';
import { noteHandling } from '#renderer/commands/note-handling.ts';
import { useCustody } from '#renderer/state/custody-store.ts';
import { blobsInUse } from './blobs-in-use.ts';
import { done, note } from './failures.ts';
import type { Parts } from './parts.ts';
import type { OpenedCase } from './session.ts';

type Of = Pick<OpenedCase, 'caseId' | 'desk'>;

const handled = ({ now }: Pick<Parts, 'now'>, what: Handling['what']): Handling => ({
  what,
  at: new Date(now()).toISOString(),
});

const record = (parts: Pick<Parts, 'now'>, { desk }: Of, sha256: string, what: Handling['what']) =>
  desk.record(noteHandling, { sha256, handling: handled(parts, what) });

/**
 * Asks which files lie in quarantine and shows it. What was there before and is no longer has a good
 * copy again: that is recorded too.
 */
export async function showQuarantined(parts: Parts, opened: Of): Promise<void> {
  const { host } = parts;
  const sha256s = blobsInUse(opened.desk.open.state);
  const found = await host.call('evidence.quarantined', { caseId: opened.caseId, sha256s });
  const { quarantined } = useCustody.getState();
  useCustody.setState({ quarantined: new Set(found.sha256s) });
  for (const sha256 of quarantined) {
    if (!found.sha256s.includes(sha256)) await record(parts, opened, sha256, 'whole again');
  }
}

/** Shows what a check of a file found; an altered one is recorded, and shown and exported no more. */
export async function takeVerdict(
  parts: Parts,
  opened: Of,
  { sha256 }: Pick<BlobRef, 'sha256'>,
  verdict: FileCheck,
): Promise<void> {
  if (verdict !== 'altered') return;
  useCustody.setState(({ quarantined }) => ({ quarantined: new Set([...quarantined, sha256]) }));
  await record(parts, opened, sha256, 'found altered');
}

/** Opens a read-only copy in another program, and records that it was looked at outside. */
export async function openOutside(parts: Parts, opened: OpenedCase, file: BlobRef): Promise<Done> {
  const { sha256, size, name } = file;
  const { caseId } = opened;
  await parts.host.call('evidence.openOutside', { caseId, jobId: newId(), sha256, size, name });
  const recorded = await record(parts, opened, sha256, 'viewed outside');
  return recorded.ok ? done(null) : recorded;
}

/** How long nobody may have touched anything before a file is looked at. */
const IDLE_MS = 15_000;

/**
 * Hashes the sealed files again, one after the other and round again, slowly and only while nobody
 * works: from a place of the round that differs from opening to opening, so that short sittings reach
 * all of them. Returns how to stop it; a lock stops the file under way as well.
 */
export function recheckBehind(parts: Parts, opened: Of, random: () => number = Math.random): () => void {
  const { host } = parts;
  const { caseId } = opened;
  let busy = false;
  let at = random();

  async function checkNext(): Promise<void> {
    const files = [...opened.desk.open.state.evidence.values()].flatMap(({ file }) => file ?? []);
    const { quarantined } = useCustody.getState();
    const sound = files.filter(({ sha256 }) => !quarantined.has(sha256));
    const file = sound[Math.floor(at * sound.length)];
    if (!file) return;
    const { sha256, size } = file;
    at = (at + 1 / sound.length) % 1;
    const { verdict } = await host.call('evidence.check', {
      caseId,
      jobId: newId(),
      sha256,
      size,
      slow: true,
    });
    await takeVerdict(parts, opened, file, verdict);
  }
  return parts.idlePulse((idleMs) => {
    if (busy || idleMs < IDLE_MS) return;
    busy = true;
    void note('A file could not be checked.', checkNext()).finally(() => {
      busy = false;
    });
  });
}
