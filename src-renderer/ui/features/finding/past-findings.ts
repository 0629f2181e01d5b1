import type { Finding } from '#core/model/finding.ts';
import type { HistoryStep } from '#core/queries/history.ts';

/** A finding the claim once had. */
export type PastFinding = {
  readonly key: string;
  readonly at: number;
  readonly alias: string;
  readonly finding: Finding;
};

/** Writing a rationale stores it at every pause: within this time it is one finding. */
const ONE_SITTING_MS = 15 * 60 * 1000;

type Written = { readonly step: HistoryStep; readonly finding: Finding | null };

const sameSitting = (a: Written, b: Written): boolean =>
  a.finding !== null &&
  b.finding !== null &&
  a.step.actor === b.step.actor &&
  a.finding.status === b.finding.status &&
  a.finding.reason === b.finding.reason &&
  b.step.at - a.step.at < ONE_SITTING_MS;

/** The findings a claim had before the one it has now (or lost), the latest first. */
export function pastFindings(steps: readonly HistoryStep[], claimId: string): PastFinding[] {
  const written: Written[] = [];
  for (const step of steps) {
    for (const { entity, entityId, patch } of step.changes) {
      if (entity !== 'claim' || entityId !== claimId || patch['finding'] === undefined) continue;
      const next = { step, finding: patch['finding'] as Finding | null };
      const last = written.at(-1);
      if (last && sameSitting(last, next)) written.pop();
      written.push(next);
    }
  }
  return written
    .slice(0, -1)
    .flatMap(({ step: { batch, at, alias }, finding }) =>
      finding ? [{ key: batch, at, alias, finding }] : [],
    )
    .toReversed();
}
