import type { CaseState } from '../model/case-state.ts';
import type { Item } from '../model/item.ts';
import { memoised } from './memo.ts';

/** The values under each of their keys, in the order given. */
export function groupBy<T>(
  items: Iterable<T>,
  keys: (item: T) => Iterable<string>,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The last group that began with an item. */
const lastGroups = new WeakMap<object, readonly object[]>();

/** The same array as last time where a group still holds the same items. */
function stable<T extends object>(
  groups: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<string, readonly T[]> {
  const held = new Map<string, readonly T[]>();
  for (const [key, group] of groups) {
    const [first] = group;
    if (!first) continue;
    const last = lastGroups.get(first);
    const same = last?.length === group.length && group.every((item, at) => item === last[at]);
    if (!same) lastGroups.set(first, group);
    held.set(key, same ? (last as readonly T[]) : group);
  }
  return held;
}

const byClaim = <T extends { readonly claimId: string }>(items: ReadonlyMap<string, T>) =>
  stable(groupBy(items.values(), ({ claimId }) => [claimId]));

/** Assessments by claim: for asking about many claims; else see `assessmentsOf`. */
export const assessmentsByClaim = memoised((items: CaseState['assessment']) => byClaim(items));
const assessmentsByEvidence = memoised((items: CaseState['assessment']) =>
  groupBy(items.values(), ({ evidenceId }) => [evidenceId]),
);
export const checksByClaim = memoised((items: CaseState['check']) => byClaim(items));
export const notesByClaim = memoised((items: CaseState['note']) => byClaim(items));
const relationsByClaim = memoised((items: CaseState['relation']) =>
  groupBy(items.values(), ({ from, to }) => [from, to]),
);

/** No items; always the same array. */
export const NONE: readonly never[] = [];

/** Assessments of a claim. Each of these looks up an index that is built once a change. */
export const assessmentsOf = (state: CaseState, claimId: string): readonly Item<'assessment'>[] =>
  assessmentsByClaim(state.assessment).get(claimId) ?? NONE;

/** Assessments of an evidence item. */
export const assessmentsWith = (state: CaseState, evidenceId: string): readonly Item<'assessment'>[] =>
  assessmentsByEvidence(state.assessment).get(evidenceId) ?? NONE;

export const checksOf = (state: CaseState, claimId: string): readonly Item<'check'>[] =>
  checksByClaim(state.check).get(claimId) ?? NONE;

export const notesOf = (state: CaseState, claimId: string): readonly Item<'note'>[] =>
  notesByClaim(state.note).get(claimId) ?? NONE;

/** Relations from and to a claim. */
export const relationsOf = (state: CaseState, claimId: string): readonly Item<'relation'>[] =>
  relationsByClaim(state.relation).get(claimId) ?? NONE;
