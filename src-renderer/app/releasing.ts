import { recordRelease } from '#renderer/commands/record-release.ts';
import { FAILURE_CODES, type FailureCode } from '#core/ports/failure-codes.ts';
import type { KeptRelease } from '#core/ports/exchange-work.ts';
import { type FinishedFile, type Leaves, newRelease } from '#core/release/new-release.ts';
import { ENTROPY } from './open-case.ts';
import type { OpenedCase } from './session.ts';

/** What a file was made from, taken when its content was: what is typed meanwhile is not in it. */
export type MadeFrom = { readonly seen: Readonly<Record<string, number>>; readonly leaves: Leaves };

const failureOf = (code: string): FailureCode => FAILURE_CODES.find((known) => known === code) ?? 'failed';

/** Keeps a finished file among the releases. It left already: what goes wrong here is told, not thrown. */
export async function keepRelease(
  opened: OpenedCase | null,
  { seen, leaves }: MadeFrom,
  file: FinishedFile,
): Promise<KeptRelease> {
  if (!opened) return null;
  const id = ENTROPY.newId();
  const release = newRelease(leaves, file, { seen, madeAt: new Date(ENTROPY.now()).toISOString() });
  const outcome = await opened.desk.record(recordRelease, { id, release });
  return outcome.ok ? { id } : { why: failureOf(outcome.code) };
}
