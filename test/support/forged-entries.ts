import { restates } from '#core/journal/restatements.ts';
import type { Change, Entry } from '#core/journal/entry.ts';
import type { Json } from '#core/model/json.ts';
import { findingOf } from './findings.ts';

/** What somebody writes by a program of their own; numbers choose by remainder. */
export type Forging = { readonly what: number; readonly entry: number; readonly back: number };

const choose = <T>(items: readonly T[], index: number): T | undefined =>
  items[index % Math.max(1, items.length)];

/** A finding that is to count in somebody else's place. */
const claimed = (claimId: string, what: number): Change => ({
  entity: 'claim',
  entityId: claimId,
  op: 'update',
  patch: { finding: findingOf('corroborated', `forged ${what % 5}`), gloss: `forged ${what % 3}` },
});

/**
 * Entries that verify and that Touchstone never writes: a finding, and a purge or a redaction which
 * says that it, or another entry of the same hand, stands in the place of somebody else's; that
 * erases at random; or that says an honest one again, with everything out of place.
 */
export function forged(
  entries: readonly Entry[],
  claimId: string,
  newId: () => string,
  { what, entry, back }: Forging,
): Change[] {
  const target = choose(entries, entry);
  if (!target) return [];
  const { actor, seq } = target.header;
  const entity = what % 3 === 0 ? 'purge' : 'redaction';
  const op = choose(['create', 'update', 'delete'] as const, what) ?? 'create';
  const again = choose(entries.filter(restates), entry)?.body;
  const restated: Json = [
    [actor, seq, (back % 4) + 1],
    [actor, seq + 1, 1],
    [actor, seq, 1000],
  ];
  const about = target.body;
  const targets: Json = about ? [[about.entity, about.entityId, back % 2 === 0 ? null : 'finding']] : [];
  const wild = entity === 'purge' ? { what: 'value', places: [[actor, seq, seq + 1]], targets } : {};
  const patch = again && back % 3 === 0 ? again.patch : { ...wild, restated };
  return [claimed(claimId, what), { entity, entityId: newId(), op, patch }];
}
