import type { TFunction } from 'i18next';
import type { CaseState } from '#core/model/case-state.ts';
import type { EntityName } from '#core/model/entities.ts';
import type { Json } from '#core/model/json.ts';
import { isOurSource } from '#core/model/names.ts';
import { itemLabel } from './item-label.ts';

/** Fields that hold the id of another item, by its kind. */
const POINTERS: Readonly<Record<string, EntityName>> = {
  partyId: 'party',
  publisherId: 'party',
  affiliation: 'party',
  from: 'party',
  originId: 'origin',
  evidenceId: 'evidence',
  revisionOf: 'document',
  originalId: 'document',
  linkId: 'evidence',
  claimId: 'claim',
  mergedInto: 'claim',
  splitFrom: 'claim',
  subjects: 'party',
  candidates: 'party',
  speakers: 'party',
  documents: 'document',
  notToBeConfusedWith: 'party',
};

type Show = (value: Json, field: string) => string;

const NOT_SHOWN = new Set(['prefix', 'suffix', 'documentId', 'notIn', 'crc32', 'warnings']);

function shower(state: CaseState, t: TFunction): Show {
  const one: Show = (value, field) => {
    if (value === null || value === '') return t('history.empty');
    if (typeof value === 'string') {
      const kind = POINTERS[field];
      return kind ? itemLabel(state, kind, value) || value : value;
    }
    if (typeof value !== 'object') return String(value);
    if (Array.isArray(value)) {
      return value.length === 0 ? t('history.empty') : value.map((item) => one(item, field)).join('; ');
    }
    return Object.entries(value)
      .filter(([name, held]) => held !== null && held !== '' && held !== false && !NOT_SHOWN.has(name))
      .map(([name, held]) => one(held, name))
      .filter(Boolean)
      .join(', ');
  };
  return one;
}

/** A field's value in words. Names of our sources are kept back here too. */
export function valueText(
  state: CaseState,
  item: { readonly entity: EntityName; readonly entityId: string },
  field: string,
  value: Json,
  t: TFunction,
): string {
  const party = item.entity === 'party' ? state.party.get(item.entityId) : undefined;
  if (field === 'names' && (party === undefined || isOurSource(party))) return t('history.sourceName');
  if (field === 'sealed' && item.entity === 'party') return t('history.sealedRecord');
  return shower(state, t)(value, field);
}
