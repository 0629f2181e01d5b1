import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { memoised } from './memo.ts';

const WATCHED = ['statement', 'anchors', 'finding'] as const;

const latest = (item: Item<'claim'> | Item<'relation'>, fields: readonly string[]): string => {
  let at = '';
  for (const field of fields)
    for (const write of item.folded.fields[field] ?? []) if (write.at > at) at = write.at;
  return at;
};

/** Clock reading of the last change of what other claims build on: statement, anchors, finding. */
export const changedAt = (claim: Item<'claim'>): string => latest(claim, WATCHED);

/**
 * Claims that depend on one that changed since: since their own finding was written, the relation
 * was made, and its changes were last looked at. By id, with the ids of what changed.
 */
export function dependsOnChanged(state: CaseState): ReadonlyMap<string, readonly string[]> {
  return find(state.relation, state.claim);
}

const find = memoised(
  (relations: CaseState['relation'], claims: CaseState['claim']): ReadonlyMap<string, readonly string[]> => {
    const flagged = new Map<string, string[]>();
    for (const relation of relations.values()) {
      if (relation.kind !== 'depends on') continue;
      const [claim, target] = [claims.get(relation.from), claims.get(relation.to)];
      if (!claim || !target || claim.mergedInto !== null) continue;
      const made = latest(relation, ['from', 'to', 'kind']);
      const known = [made, relation.lookedAt ?? '', latest(claim, ['finding'])];
      if (known.every((at) => at < changedAt(target))) {
        flagged.set(claim.id, [...(flagged.get(claim.id) ?? []), target.id]);
      }
    }
    return flagged;
  },
);
