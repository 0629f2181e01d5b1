import type { Change } from '#core/journal/entry.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { PRIORITIES } from '#core/model/claim.ts';
import type { Item } from '#core/model/item.ts';
import type { Command } from '#core/ports/command.ts';
import { distinctSpans } from './support/anchors.ts';
import { remove, update } from './support/change.ts';
import { findAll, findClaim } from './support/find.ts';
import { type Hanging, hangingOn } from './support/hanging.ts';
import { refuse } from './support/refuse.ts';
import { closesCircle, type RelationEnds, relationKey } from './support/relations.ts';

export type MergeClaims = {
  /** The claim that stays. */
  readonly keepId: string;
  /** The claims that become part of it. */
  readonly mergeIds: readonly string[];
};

/** What the claim that stays takes over from the others. */
const union = (keep: Item<'claim'>, others: readonly Item<'claim'>[]) => ({
  anchors: distinctSpans([keep, ...others].flatMap(({ anchors }) => anchors)),
  subjects: [...new Set([keep, ...others].flatMap(({ subjects }) => subjects))],
  tags: [...new Set([keep, ...others].flatMap(({ tags }) => tags))],
  dates: [
    ...new Map([keep, ...others].flatMap(({ dates }) => dates).map((date) => [JSON.stringify(date), date])),
  ].map(([, date]) => date),
  accuses: [keep, ...others].some(({ accuses }) => accuses),
  priority:
    PRIORITIES.find((rank) => [keep, ...others].some(({ priority }) => priority === rank)) ?? 'should',
});

/** Moves assessments; of two of the same evidence the one on `keepId` stays and takes the other's note. */
function moveAssessments(state: CaseState, { assessments }: Hanging, keepId: string): Change[] {
  const held = new Map<string, Item<'assessment'>>();
  for (const item of state.assessment.values()) if (item.claimId === keepId) held.set(item.evidenceId, item);
  const notes = new Map<string, string[]>();
  const changes: Change[] = [];
  for (const item of assessments) {
    const stays = held.get(item.evidenceId);
    if (!stays) {
      held.set(item.evidenceId, item);
      changes.push(...update('assessment', item, { claimId: keepId }));
      continue;
    }
    const note = [stays.stance === item.stance ? null : item.stance, item.note].filter(Boolean).join(': ');
    if (note !== '') notes.set(item.evidenceId, [...(notes.get(item.evidenceId) ?? []), note]);
    changes.push(remove('assessment', item.id));
  }
  for (const [evidenceId, more] of notes) {
    const stays = held.get(evidenceId);
    if (stays)
      changes.push(
        ...update('assessment', stays, { note: [stays.note, ...more].filter(Boolean).join('\n') }),
      );
  }
  return changes;
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** Moves relations; those that would be doubled or relate the claim to itself go. */
function moveRelations(state: CaseState, merged: ReadonlySet<string>, keepId: string) {
  const moved = (id: string) => (merged.has(id) ? keepId : id);
  const kept = new Map<string, RelationEnds>();
  const changes: Change[] = [];
  const touched = (relation: RelationEnds) => merged.has(relation.from) || merged.has(relation.to);
  // Untouched relations first: of two that become the same, the one that was there stays.
  const all = [...state.relation.values()].sort((a, b) => Number(touched(a)) - Number(touched(b)));
  for (const relation of all) {
    const ends = { kind: relation.kind, from: moved(relation.from), to: moved(relation.to) };
    const key = relationKey(ends);
    if (touched(relation) && (ends.from === ends.to || kept.has(key))) {
      changes.push(remove('relation', relation.id));
      continue;
    }
    kept.set(key, ends);
    changes.push(...update('relation', relation, { from: ends.from, to: ends.to }));
  }
  const moves = [...kept.values()].filter(({ from, to }) => from === keepId || to === keepId);
  return { changes, circle: firstOf(moves, (ends) => closesCircle(kept.values(), ends)) };
}

/**
 * Merges claims into one: it takes over their anchors, subjects, tags, dates, assessments, checks,
 * notes and relations, the highest priority and the accusation flag. The others stay in the record
 * as merged into it, their findings in the history.
 */
export const mergeClaims: Command<MergeClaims> = (state, { keepId, mergeIds }) => {
  const keep = findClaim(state, keepId);
  if ('refused' in keep) return keep;
  const others = findAll(
    mergeIds.filter((id) => id !== keepId),
    (id) => findClaim(state, id),
  );
  if ('refused' in others) return others;
  if (others.length === 0) return refuse('merge-needs-two');
  const merged = new Set(others.map(({ id }) => id));
  const hanging = hangingOn(state, merged);
  const relations = moveRelations(state, merged, keepId);
  if (relations.circle) {
    return refuse('relation-cycle', {
      refs: relations.circle.map((id) => state.claim.get(id)?.ref ?? '').join(' → '),
    });
  }
  const earlier = [...state.claim.values()].filter((c) => c.mergedInto !== null && merged.has(c.mergedInto));
  return [
    ...update('claim', keep, union(keep, others)),
    ...moveAssessments(state, hanging, keepId),
    ...hanging.checks.flatMap((check) => update('check', check, { claimId: keepId })),
    ...hanging.notes.flatMap((note) => update('note', note, { claimId: keepId })),
    ...relations.changes,
    ...[...others, ...earlier].flatMap((claim) => update('claim', claim, { mergedInto: keepId })),
  ];
};
