import { basename } from 'node:path';
import type { Guard, LeftFile } from '#core/ports/finished-file.ts';
import { fingerprintOf } from '../files/fingerprint.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { CheckLeaks } from '../leak-check/checking.ts';
import type { LeakReport } from '../leak-check/leak.ts';
import { ServiceError } from '../service-error.ts';

/** A file on its way out. */
export type LeavingFile = {
  readonly path: string;
  /** Writes the whole file, down to the disk, to this place beside its own. */
  readonly make: (temporary: string) => Promise<void>;
  readonly guard: Guard;
  /** What it is made from, as JSON; ''. */
  readonly content?: string;
};

const NOTHING: LeakReport = { leaks: [], holds: [], unread: [] };

/**
 * Makes a file, checks the finished file for protected names, and only then puts it in its place.
 * Throws `export-leaks` with the first leak (JSON of a `Leak`) as its part, `not-checked`,
 * `disk-full`, `write-failed`, the reason of the signal; then nothing was written.
 */
export async function leave(
  { path, make, guard, content = '' }: LeavingFile,
  check: CheckLeaks,
  signal: AbortSignal,
): Promise<LeftFile> {
  let report = NOTHING;
  let written = { bytes: 0, sha256: '' };
  await writeWhole(path, async (temporary) => {
    await make(temporary);
    signal.throwIfAborted();
    if (guard.needles.length + guard.watched.length > 0)
      report = await check({ path: temporary, fileName: basename(path), content, ...guard }, signal);
    const [leak] = report.leaks;
    if (leak) {
      throw new ServiceError('export-leaks', 'A protected name stands in the finished file.', {
        part: JSON.stringify(leak),
      });
    }
    written = await fingerprintOf(temporary);
    signal.throwIfAborted();
  });
  const unread = guard.needles.length > 0 ? report.unread : [];
  return { path, ...written, holds: report.holds, unread };
}
