import type { Absorbed } from '../journal/absorb.ts';
import { type CaseState, stateOf, withItems } from '../model/case-state.ts';
import { ENTITY_NAMES, type EntityName } from '../model/entities.ts';
import { itemKey } from '../journal/fold.ts';

/** An item by its kind and id. */
export type ItemRef = { readonly entity: EntityName; readonly id: string };

/** Every folded item of a state but those with these keys. */
function itemsWithout(state: CaseState, keys: ReadonlySet<string>) {
  const live = ENTITY_NAMES.flatMap((entity) => [...state[entity].values()].map(({ folded }) => folded));
  return [...live, ...state.deleted.values()].filter(({ entity, id }) => !keys.has(itemKey(entity, id)));
}

/** The state of a case once it has taken in what `absorb` says. */
export function stateAfter(
  before: CaseState,
  { changed, removed }: Pick<Absorbed, 'changed' | 'removed'>,
): CaseState {
  const kept = removed.length > 0 ? stateOf(itemsWithout(before, new Set(removed))) : before;
  return withItems(kept, changed);
}
