import type { Change } from '#core/journal/entry.ts';
import type { CaseState } from '#core/model/case-state.ts';
import type { Item } from '#core/model/item.ts';
import type { Ladder } from '#core/model/ladder.ts';
import { displayName } from '#core/model/names.ts';
import type { Safety } from '#core/model/party.ts';
import type { Command } from '#core/ports/command.ts';
import { remove, update } from './support/change.ts';
import { find, findAll } from './support/find.ts';
import { tidyNames } from './support/party-fields.ts';
import { refuse } from './support/refuse.ts';
import { distinct } from './support/text.ts';

export type MergeParties = { readonly keepId: string; readonly mergeIds: readonly string[] };

/** Being named nowhere outweighs all else: a merge must not make a protected name public. */
const SAFEST: readonly Safety[] = ['protected', 'at risk if contacted'];

type Moved = (id: string) => string;
const all = (ids: readonly string[], moved: Moved) => [...new Set(ids.map(moved))];
const onLadder = (ladder: Ladder, moved: Moved): Ladder =>
  ladder.map((rung) => (rung.partyId === null ? rung : { ...rung, partyId: moved(rung.partyId) }));

/** Points everything that refers to a merged party to the one that stays. */
function repoint(state: CaseState, moved: Moved): Change[] {
  const one = (id: string | null) => (id === null ? null : moved(id));
  return [
    ...[...state.document.values()].flatMap((item) =>
      update('document', item, { publisherId: one(item.publisherId) }),
    ),
    ...[...state.passage.values()].flatMap((item) =>
      update('passage', item, {
        ladder: onLadder(item.ladder, moved),
        candidates: all(item.candidates, moved),
      }),
    ),
    ...[...state.claim.values()].flatMap((item) =>
      update('claim', item, {
        ladder: item.ladder && onLadder(item.ladder, moved),
        subjects: all(item.subjects, moved),
      }),
    ),
    ...[...state.origin.values()].flatMap((item) => update('origin', item, { partyId: one(item.partyId) })),
    ...[...state.evidence.values()].flatMap((item) =>
      update('evidence', item, {
        receipt: item.receipt && { ...item.receipt, from: one(item.receipt.from) },
      }),
    ),
    ...[...state.detail.values()].flatMap((item) => update('detail', item, { partyId: one(item.partyId) })),
  ];
}

function repointParties(state: CaseState, keepId: string, gone: ReadonlySet<string>, moved: Moved): Change[] {
  const others = [...state.party.values()].filter(({ id }) => id !== keepId && !gone.has(id));
  return others.flatMap((item) =>
    update('party', item, {
      affiliation: item.affiliation === null ? null : moved(item.affiliation),
      notToBeConfusedWith: all(item.notToBeConfusedWith, moved),
    }),
  );
}

/** What the party that stays takes over; what it has itself wins, the greater protection always. */
function union(keep: Item<'party'>, others: readonly Item<'party'>[], gone: ReadonlySet<string>) {
  const parties = [keep, ...others];
  const first = <T>(read: (party: Item<'party'>) => T | null): T | null =>
    parties.map(read).find((value) => value !== null) ?? null;
  const outside = (id: string | null) => (id !== null && id !== keep.id && !gone.has(id) ? id : null);
  const safest = SAFEST.find((safety) => parties.some((party) => party.safety === safety));
  return {
    names: tidyNames(parties.flatMap(({ names }) => names)),
    parts: [...new Set(parties.flatMap(({ parts }) => parts))],
    codeName: first(({ codeName }) => codeName),
    role: first(({ role }) => role),
    affiliation: first(({ affiliation }) => outside(affiliation)),
    access: first(({ access }) => access),
    interest: first(({ interest }) => interest),
    note: parties.flatMap(({ note }) => note ?? []).join('\n') || null,
    safety: safest ?? keep.safety,
    pseudonym: first(({ pseudonym }) => pseudonym),
    spellings: distinct(parties.flatMap(({ spellings }) => spellings)),
    sealed: [...new Map(parties.flatMap(({ sealed }) => sealed.map((one) => [one.id, one]))).values()],
    notToBeConfusedWith: [...new Set(parties.flatMap((party) => party.notToBeConfusedWith))],
  };
}

/** Two of the parties that are marked "not to be confused", or null. */
function distinctPair(parties: readonly Item<'party'>[]): readonly Item<'party'>[] | null {
  for (const a of parties) {
    const b = parties.find(({ id }) => a.notToBeConfusedWith.includes(id));
    if (b) return [a, b];
  }
  return null;
}

/** Merges parties that turned out to be one; refused for parties "not to be confused" with each other. */
export const mergeParties: Command<MergeParties> = (state, { keepId, mergeIds }) => {
  const keep = find(state, 'party', keepId);
  if ('refused' in keep) return keep;
  const others = findAll(
    mergeIds.filter((id) => id !== keepId),
    (id) => find(state, 'party', id),
  );
  if ('refused' in others) return others;
  if (others.length === 0) return refuse('merge-needs-two');
  const pair = distinctPair([keep, ...others]);
  if (pair) return refuse('parties-distinct', { names: pair.map(displayName).join(' ≠ ') });
  const gone = new Set(others.map(({ id }) => id));
  const moved: Moved = (id) => (gone.has(id) ? keepId : id);
  return [
    ...update('party', keep, union(keep, others, gone)),
    ...repoint(state, moved),
    ...repointParties(state, keepId, gone, moved),
    ...[...gone].map((id) => remove('party', id, 'merged')),
  ];
};
