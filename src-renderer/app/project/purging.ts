import { type PurgePlan, planPurge } from '#core/merge/plan-purge.ts';
import type { ToPurge } from '#core/merge/purge-scope.ts';
import type { Refusal } from '#core/ports/command.ts';
import type { Done } from '#core/ports/workbench.ts';
import type { Host } from '#renderer/platform/host.ts';
import { done, failed, note } from '../failures.ts';
import { ENTROPY } from '../open-case.ts';
import type { Parts } from '../parts.ts';
import { freeBytesOf, requireRoom } from '../room.ts';
import type { OpenedCase } from '../session.ts';
import { showKept } from './keeping.ts';

const isRefusal = (plan: PurgePlan | Refusal): plan is Refusal => 'refused' in plan;

/** What a purge would take; nothing is changed. */
export async function plannedPurge({ desk }: OpenedCase, asked: ToPurge): Promise<Done<PurgePlan>> {
  await desk.open.settled();
  const plan = planPurge(await desk.open.journal(), desk.open.state, asked, ENTROPY.newId);
  return isRefusal(plan) ? failed(`command.${plan.refused}`, plan.detail) : done(plan);
}

/** Erases what lies beside the history: sealed files, and the earlier copies, which hold what is gone. */
async function eraseBeside(host: Host, caseId: string, blobs: readonly string[]): Promise<void> {
  const erased = host.call('evidence.erase', { caseId, sha256s: [...blobs] });
  await note('Sealed files of what was purged are left.', erased);
  await note('Earlier copies are left.', host.call('snapshots.prune', { caseId, keep: 0 }));
  await note('Snapshots in the folder are left.', host.call('snapshots.eraseKept', { caseId }));
}

/** Purges for good: the history first, in one piece, then what lies beside it. */
export async function purge(
  parts: Parts,
  { desk, caseId, settledIn }: OpenedCase,
  asked: ToPurge,
): Promise<Done> {
  await settledIn;
  await requireRoom(freeBytesOf(parts.host));
  const refusals: Refusal[] = [];
  const { blobs } = await desk.purge((state, journal) => {
    const plan = planPurge(journal, state, asked, ENTROPY.newId);
    if (!isRefusal(plan)) return plan.changes;
    refusals.push(plan);
    return [];
  });
  const [refusal] = refusals;
  if (refusal) return failed(`command.${refusal.refused}`, refusal.detail);
  await eraseBeside(parts.host, caseId, blobs);
  await note('The snapshots could not be shown.', showKept(parts, { caseId }));
  return done(null);
}
