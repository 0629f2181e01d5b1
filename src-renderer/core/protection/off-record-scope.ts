import type { FoldedItem } from '../journal/folded.ts';
import { itemKey } from '../journal/fold.ts';
import type { CaseState } from '../model/case-state.ts';
import type { EntityName } from '../model/entities.ts';
import type { Json } from '../model/json.ts';
import { everyItem } from '../merge/gone-with.ts';
import { partyUses } from '../queries/party-uses.ts';

const values = (item: FoldedItem, field: string): Json[] =>
  (item.fields[field] ?? []).map(({ value }) => value);

const isOff = (receipt: Json): boolean =>
  typeof receipt === 'object' && receipt !== null && 'terms' in receipt && receipt.terms === 'off record';

/** Whether an evidence item was given off the record, in any of concurrent versions. */
export const isOffRecord = (item: FoldedItem): boolean => values(item, 'receipt').some(isOff);

/** Whether a value of `capture` names one of these links. */
const isOf = (capture: Json, links: ReadonlySet<string>): boolean =>
  typeof capture === 'object' &&
  capture !== null &&
  'linkId' in capture &&
  typeof capture.linkId === 'string' &&
  links.has(capture.linkId);

function without(state: CaseState, gone: ReadonlySet<string>): CaseState {
  const left = <T>(entity: EntityName, items: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...items].filter(([id]) => !gone.has(itemKey(entity, id))));
  return {
    ...state,
    evidence: left('evidence', state.evidence),
    assessment: left('assessment', state.assessment),
    origin: left('origin', state.origin),
    party: left('party', state.party),
  };
}

/** What an item refers to and nothing that stays does. */
function orphans(state: CaseState, gone: ReadonlySet<string>): string[] {
  const left = without(state, gone);
  const off = [...state.evidence.values()].filter(({ id }) => gone.has(itemKey('evidence', id)));
  const usedOrigins = new Set([...left.evidence.values()].map(({ originId }) => originId));
  const origins = off.flatMap(({ originId }) => (originId && !usedOrigins.has(originId) ? [originId] : []));
  const keys = origins.map((id) => itemKey('origin', id));
  const rest = without(left, new Set(keys));
  const parties = [
    ...off.map(({ receipt }) => receipt?.from),
    ...origins.map((id) => state.origin.get(id)?.partyId),
  ].filter((id) => typeof id === 'string');
  const unused = parties.filter((id) => partyUses(rest, id).length === 0);
  return [...keys, ...unused.map((id) => itemKey('party', id))];
}

/**
 * Keys of all that was given off the record (in any of concurrent versions, removed items too):
 * evidence, its bearing on claims, and the origins and parties that nothing else refers to. Not
 * even their being there may show.
 */
export function offRecordKeys(state: CaseState): ReadonlySet<string> {
  const items = everyItem(state);
  const off = new Set(
    items.filter((item) => item.entity === 'evidence' && isOffRecord(item)).map(({ id }) => id),
  );
  if (off.size === 0) return new Set();
  // A capture of what was given off the record is as much off the record.
  for (const item of items) {
    if (item.entity === 'evidence' && values(item, 'capture').some((held) => isOf(held, off)))
      off.add(item.id);
  }
  const keys = new Set([...off].map((id) => itemKey('evidence', id)));
  for (const item of items) {
    if (item.entity !== 'assessment') continue;
    const bears = values(item, 'evidenceId').some((id) => typeof id === 'string' && off.has(id));
    if (bears) keys.add(itemKey('assessment', item.id));
  }
  return new Set([...keys, ...orphans(state, keys)]);
}

/** The case without these items. */
export const withoutKeys = without;
