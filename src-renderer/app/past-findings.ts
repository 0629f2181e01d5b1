import type { Entry } from '#core/journal/entry.ts';
import type { Finding } from '#core/model/finding.ts';
import { historyOfCase, type PastFinding } from '#core/queries/history.ts';

/** Every finding of every claim, by claim id, the earliest first: in one pass over the journal. */
export function pastFindings(entries: Iterable<Entry>): Map<string, PastFinding[]> {
  const past = new Map<string, PastFinding[]>();
  for (const { at, actor, alias, changes } of historyOfCase(entries)) {
    for (const { entity, entityId, patch } of changes) {
      if (entity !== 'claim' || patch['finding'] === undefined) continue;
      const held = past.get(entityId) ?? [];
      held.push({ at, actor, alias, finding: patch['finding'] as Finding | null });
      past.set(entityId, held);
    }
  }
  return past;
}
