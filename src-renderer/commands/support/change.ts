import type { Change, Patch } from '#core/journal/entry.ts';
import type { Entities, EntityName } from '#core/model/entities.ts';
import type { Item } from '#core/model/item.ts';
import type { Json } from '#core/model/json.ts';

const LONE_SURROGATE = /\p{Cs}/gu;

/** The value with every half character replaced: the journal holds well-formed text only. */
function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll(LONE_SURROGATE, '\ufffd');
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(wellFormed);
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, wellFormed(held)]));
}

function patchOf(fields: object, keep: (field: string, value: Json) => boolean): Patch {
  const patch: Record<string, Json> = {};
  for (const [field, value] of Object.entries(fields) as [string, Json | undefined][]) {
    if (value !== undefined && keep(field, value)) patch[field] = wellFormed(value);
  }
  return patch;
}

/** The change that makes an item; fields left out hold their default. */
export const create = <E extends EntityName>(
  entity: E,
  entityId: string,
  fields: Partial<Entities[E]>,
): Change => ({ entity, entityId, op: 'create', patch: patchOf(fields, (_, value) => value !== null) });

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * The change that gives an item these fields: only those that differ from what it holds or that
 * others wrote at the same time; no change at all when nothing differs.
 */
export function update<E extends EntityName>(
  entity: E,
  item: Item<E>,
  fields: Partial<Entities[E]>,
  reason?: string,
): Change[] {
  const held = item as { readonly [field: string]: unknown };
  const concurrent = (field: string) => (item.folded.fields[field]?.length ?? 0) > 1;
  const patch = patchOf(fields, (field, value) => concurrent(field) || !same(held[field], value));
  if (Object.keys(patch).length === 0) return [];
  return [{ entity, entityId: item.id, op: 'update', patch, ...(reason ? { reason } : {}) }];
}

/** The change that deletes an item. */
export const remove = (entity: EntityName, entityId: string, reason?: string): Change => ({
  entity,
  entityId,
  op: 'delete',
  patch: {},
  ...(reason ? { reason } : {}),
});
