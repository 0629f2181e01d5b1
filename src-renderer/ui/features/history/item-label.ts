import { itemKey } from '#core/journal/fold.ts';
import type { CaseState, ItemMaps } from '#core/model/case-state.ts';
import type { EntityName } from '#core/model/entities.ts';
import { type Item, readItem } from '#core/model/item.ts';
import { displayName } from '#core/model/names.ts';

/** An item, deleted ones included. */
function heldItem<E extends EntityName>(state: CaseState, entity: E, id: string): Item<E> | null {
  const items: ReadonlyMap<string, Item<E>> = (state as ItemMaps)[entity];
  const live = items.get(id);
  if (live) return live;
  const folded = state.deleted.get(itemKey(entity, id));
  return folded ? readItem(entity, folded) : null;
}

/**
 * What an item is called: its reference, its name, its title; '' when it has none. Our sources by
 * code name alone, as everywhere.
 */
export function itemLabel(state: CaseState, entity: EntityName, id: string): string {
  switch (entity) {
    case 'claim':
    case 'evidence':
    case 'document':
      return heldItem(state, entity, id)?.ref ?? '';
    case 'party': {
      const party = heldItem(state, entity, id);
      return party ? displayName(party) : '';
    }
    case 'detail':
      return heldItem(state, entity, id)?.words ?? '';
    case 'origin':
      return heldItem(state, entity, id)?.name ?? '';
    case 'actor':
      return heldItem(state, entity, id)?.alias ?? '';
    case 'case':
      return heldItem(state, entity, id)?.title ?? '';
    case 'passage': {
      const passage = heldItem(state, entity, id);
      return passage ? itemLabel(state, 'document', passage.anchor.documentId) : '';
    }
    case 'filter':
      return heldItem(state, entity, id)?.name ?? '';
    case 'release':
      return heldItem(state, entity, id)?.fileName ?? '';
    case 'purge':
    case 'redaction':
      return '';
    case 'note':
    case 'check':
    case 'assessment': {
      const part = heldItem(state, entity, id);
      return part ? itemLabel(state, 'claim', part.claimId) : '';
    }
    default: {
      const relation = heldItem(state, 'relation', id);
      return relation ? itemLabel(state, 'claim', relation.from) : '';
    }
  }
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** What an item is called, for use in a sentence: without isolation an Arabic name turns all of it round. */
export function labelInWords(state: CaseState, entity: EntityName, id: string): string {
  const label = itemLabel(state, entity, id);
  return RIGHT_TO_LEFT.test(label) ? `\u2068${label}\u2069` : label;
}

/** Fields of an item as it stands or stood last, by name. */
export const fieldsOf = (
  state: CaseState,
  entity: EntityName,
  id: string,
): Readonly<Record<string, unknown>> => heldItem(state, entity, id) ?? {};
