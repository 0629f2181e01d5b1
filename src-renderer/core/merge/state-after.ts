import type { Absorbed } from '../journal/absorb.ts';
import { type CaseState, withItems, withoutItems } from '../model/case-state.ts';
import type { EntityName } from '../model/entities.ts';

/** An item by its kind and id. */
export type ItemRef = { readonly entity: EntityName; readonly id: string };

/** The state of a case once it has taken in what `absorb` says. */
export function stateAfter(
  before: CaseState,
  { changed, removed }: Pick<Absorbed, 'changed' | 'removed'>,
): CaseState {
  const kept = removed.length > 0 ? withoutItems(before, new Set(removed)) : before;
  return withItems(kept, changed);
}
