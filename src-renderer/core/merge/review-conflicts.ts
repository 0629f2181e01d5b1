import { openConflict, type StandingFinding } from '../finding/conflict.ts';
import { type FoldedItem, hasDeleteConflict, isDeleted, type Write } from '../journal/folded.ts';
import { type CaseState, foldedOf } from '../model/case-state.ts';
import type { Json } from '../model/json.ts';
import type { Incoming } from './incoming.ts';
import { aliasOf } from './review-people.ts';
import type { ItemRef } from './state-after.ts';

/** One field that was changed here and there at the same time. */
export type CombinedField = ItemRef & {
  readonly field: string;
  readonly yours: Json;
  readonly theirs: Json;
  readonly taken: 'yours' | 'theirs';
  /** Actor ids and names of who wrote the two. */
  readonly yoursBy: { readonly actor: string; readonly alias: string };
  readonly theirsBy: { readonly actor: string; readonly alias: string };
};

/** A finding in an open conflict: whose it is, and whether it stood here before the merge. */
export type ConflictingFinding = StandingFinding & { readonly alias: string; readonly held: boolean };
export type FindingConflict = { readonly claimId: string; readonly findings: readonly ConflictingFinding[] };

const same = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function combinedField(
  field: string,
  writes: readonly [Write, ...Write[]],
  { has }: Incoming,
): { yours: Write; theirs: Write; taken: 'yours' | 'theirs' } | null {
  if (writes.length < 2 || field === 'finding') return null;
  const [yours, theirs] = [writes.find((write) => !has(write)), writes.find(has)];
  if (!yours || !theirs || same(yours.value, theirs.value)) return null;
  return { yours, theirs, taken: has(writes[0]) ? 'theirs' : 'yours' };
}

/** Fields that were changed at the same time on both sides, with what was taken. */
export function combinedFields(incoming: Incoming, after: CaseState): CombinedField[] {
  const by = ({ actor }: Write) => ({ actor, alias: aliasOf(after, actor) });
  return incoming.changed.flatMap((item) =>
    isDeleted(item)
      ? []
      : Object.entries(item.fields).flatMap(([field, writes]) => {
          const found = combinedField(field, writes, incoming);
          if (!found) return [];
          const { yours, theirs, taken } = found;
          const values = { yours: yours.value, theirs: theirs.value, taken };
          return [
            { entity: item.entity, id: item.id, field, ...values, yoursBy: by(yours), theirsBy: by(theirs) },
          ];
        }),
  );
}

/** Claims whose findings conflict because of what came in. */
export function findingConflicts(incoming: Incoming, after: CaseState): FindingConflict[] {
  return incoming.changed.flatMap(({ entity, id }) => {
    const claim = entity === 'claim' ? after.claim.get(id) : undefined;
    const standing = claim ? openConflict(claim) : [];
    if (!standing.some(incoming.has)) return [];
    const findings = standing.map((one) => ({
      ...one,
      alias: aliasOf(after, one.actor),
      held: !incoming.has(one),
    }));
    return [{ claimId: id, findings }];
  });
}

const conflicts = (item: FoldedItem | null): boolean => item !== null && hasDeleteConflict(item);

/** Items that one deleted while another changed them, and that were not so before. */
export const deleteConflicts = ({ changed }: Incoming, before: CaseState): ItemRef[] =>
  changed
    .filter((item) => conflicts(item) && !conflicts(foldedOf(before, item.entity, item.id)))
    .map(({ entity, id }) => ({ entity, id }));
