import type { Stamp } from '../journal/folded.ts';
import type { Finding } from '../model/finding.ts';
import type { Item } from '../model/item.ts';

/** A finding that stands beside others; null: somebody took the finding back. */
export type StandingFinding = Stamp & { readonly finding: Finding | null };

/**
 * Findings written at the same time by people who had not seen each other's, the one shown first;
 * empty when there is no open conflict. Two that say the very same are none.
 */
export function openConflict(claim: Item<'claim'>): StandingFinding[] {
  const writes = claim.folded.fields['finding'] ?? [];
  if (writes.length < 2) return [];
  const distinct = new Set(writes.map(({ value }) => JSON.stringify(value)));
  if (distinct.size < 2) return [];
  return writes.map(({ actor, seq, at, value }) => ({ actor, seq, at, finding: value as Finding | null }));
}
