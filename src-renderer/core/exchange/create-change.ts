import type { Change } from '../journal/entry.ts';
import type { Entities, EntityName } from '../model/entities.ts';
import type { Json } from '../model/json.ts';

/** The change that makes an item; what is null is left out, as its default says it already. */
export function createChange<E extends EntityName>(
  entity: E,
  entityId: string,
  fields: Partial<Entities[E]>,
): Change {
  const given = Object.entries(fields) as [string, Json | undefined][];
  const patch: Record<string, Json> = {};
  for (const [field, value] of given) if (value !== undefined && value !== null) patch[field] = value;
  return { entity, entityId, op: 'create', patch };
}
