import type { CaseState, ItemMaps } from '#core/model/case-state.ts';
import type { EntityName } from '#core/model/entities.ts';
import type { Item } from '#core/model/item.ts';
import type { Refusal } from '#core/ports/command.ts';
import { refuse } from './refuse.ts';

/** The live item, or the refusal that says it is gone. */
export function find<E extends EntityName>(state: CaseState, entity: E, id: string): Item<E> | Refusal {
  const maps: ItemMaps = state;
  return maps[entity].get(id) ?? refuse('not-found', { entity });
}

/** The claim, unless it is gone or was merged into another. */
export function findClaim(state: CaseState, id: string): Item<'claim'> | Refusal {
  const claim = find(state, 'claim', id);
  if ('refused' in claim || claim.mergedInto === null) return claim;
  return refuse('claim-merged', { ref: state.claim.get(claim.mergedInto)?.ref ?? '' });
}

type Ids = Iterable<string | null | undefined>;

/**
 * A refusal when one of these items is gone, else null. What the edited item names already
 * (`held`) may be gone: a purge, a merge or a partial copy can leave such a name behind, and
 * nothing else about the item could be edited any more.
 */
export function missing(state: CaseState, entity: EntityName, ids: Ids, held: Ids = []): Refusal | null {
  const known = new Set(held);
  for (const id of ids) {
    if (id && !known.has(id) && !state[entity].has(id)) return refuse('not-found', { entity });
  }
  return null;
}

/** All items of these ids, or the first refusal. */
export function findAll<T extends object>(
  ids: readonly string[],
  one: (id: string) => T | Refusal,
): T[] | Refusal {
  const items: T[] = [];
  for (const id of new Set(ids)) {
    const item = one(id);
    if ('refused' in item) return item;
    items.push(item);
  }
  return items;
}
