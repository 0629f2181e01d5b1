import { itemKey } from '#core/journal/item-key.ts';
import { shownRefs } from '#core/merge/ambiguous-refs.ts';
import type { ItemRef } from '#core/merge/state-after.ts';
import type { CaseState } from '#core/model/case-state.ts';
import { itemLabel } from './item-label.ts';

/** What an item says, where it has more than a reference: its statement or its title; else ''. */
export function itemSays(state: CaseState, { entity, id }: ItemRef): string {
  if (entity === 'claim') return state.claim.get(id)?.statement ?? '';
  if (entity === 'evidence') return state.evidence.get(id)?.title ?? '';
  return entity === 'document' ? (state.document.get(id)?.title ?? '') : '';
}

/** An item by its reference (with an ending where another carries it too) or name, and by what it says. */
export function itemNamed(state: CaseState, item: ItemRef): { label: string; says: string } {
  const label = itemLabel(state, item.entity, item.id);
  const ending = shownRefs(state).get(itemKey(item.entity, item.id));
  return { label: ending === undefined ? label : `${label}·${ending}`, says: itemSays(state, item) };
}
