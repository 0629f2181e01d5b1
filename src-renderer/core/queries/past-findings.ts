import type { Finding } from '../model/finding.ts';
import type { HistoryStep } from './history.ts';

/** A finding somebody wrote; null: they took it back. */
export type PastFinding = Pick<HistoryStep, 'at' | 'actor' | 'alias' | 'batch'> & {
  readonly finding: Finding | null;
};

/** Writing a rationale stores it at every pause: within this time it is one finding. */
const ONE_SITTING_MS = 15 * 60 * 1000;

const sameSitting = (a: PastFinding, b: PastFinding): boolean =>
  a.finding !== null &&
  b.finding !== null &&
  a.actor === b.actor &&
  a.finding.status === b.finding.status &&
  a.finding.reason === b.finding.reason &&
  b.at - a.at < ONE_SITTING_MS;

const same = (a: Finding | null, b: Finding | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The findings a person would name, the earliest first: the pauses of one writing are one finding,
 * and what was undone and done again stands once.
 */
function withoutNoise(written: readonly PastFinding[]): PastFinding[] {
  const kept: PastFinding[] = [];
  for (const next of written) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last && same(last.finding, next.finding)) continue;
    if (last?.finding === null && before && same(before.finding, next.finding)) {
      kept.pop();
      continue;
    }
    if (last && sameSitting(last, next)) kept.pop();
    kept.push(next);
  }
  return kept;
}

/** Every finding of every claim, by claim id, the earliest first. */
export function pastFindings(steps: readonly HistoryStep[]): Map<string, PastFinding[]> {
  const written = new Map<string, PastFinding[]>();
  for (const { at, actor, alias, batch, changes } of steps) {
    for (const { entity, entityId, patch } of changes) {
      if (entity !== 'claim' || patch['finding'] === undefined) continue;
      const held = written.get(entityId) ?? [];
      held.push({ at, actor, alias, batch, finding: patch['finding'] as Finding | null });
      written.set(entityId, held);
    }
  }
  return new Map([...written].map(([id, past]) => [id, withoutNoise(past)]));
}
