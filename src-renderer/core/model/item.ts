import { type FoldedItem, hasDeleteConflict } from '../journal/folded.ts';
import { DEFAULTS, type Entities, type EntityName } from './entities.ts';
import type { Json } from './json.ts';

/** An item as screens and commands read it: its fields, its id, and the fold it came from. */
export type Item<E extends EntityName> = Entities[E] & {
  readonly id: string;
  /** Deleted by one person while another changed it: kept until somebody decides. */
  readonly deleteConflict: boolean;
  readonly folded: FoldedItem;
  /** Of a claim: it has a finding that whoever looks may not see yet (core/finding/as-seen-by.ts). */
  readonly findingKept?: boolean;
};

/**
 * Reads a folded item of a known kind. Fields nobody wrote, or that were cleared, hold their
 * default; unknown fields (from a newer minor version) are left in `folded` only.
 */
export function readItem<E extends EntityName>(entity: E, folded: FoldedItem): Item<E> {
  const fields: Record<string, Json | undefined> = {};
  const defaults = DEFAULTS[entity];
  for (const field of Object.keys(defaults)) {
    const value = folded.fields[field]?.[0].value;
    if (value !== undefined && value !== null) fields[field] = value;
  }
  return { ...defaults, ...fields, id: folded.id, deleteConflict: hasDeleteConflict(folded), folded };
}
