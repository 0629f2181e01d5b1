import type { Change } from '../journal/entry.ts';
import { itemKey } from '../journal/fold.ts';
import type { Known } from '../journal/standing.ts';
import { type CaseState, foldedOf } from '../model/case-state.ts';
import type { EntityName } from '../model/entities.ts';
import type { PurgeKind, PurgeTarget } from '../model/purge.ts';
import type { Refusal } from '../ports/command.ts';
import { goneWith, namesOf } from './gone-with.ts';
import { isPurgeableItem } from './purgeable.ts';
import { quotesFrom } from './quotes-from.ts';
import type { ItemRef } from './state-after.ts';
import { wordsOf } from './still-there.ts';
import { withoutReferences } from './without-references.ts';

/** What a person wants to exist no more. */
export type ToPurge =
  | {
      readonly kind: 'value';
      readonly entity: EntityName;
      readonly id: string;
      readonly field: string;
      /** Only what the field held earlier goes: what stands in it now is written again after it. */
      readonly onlyEarlier?: boolean;
    }
  | { readonly kind: 'item'; readonly entity: EntityName; readonly id: string }
  | { readonly kind: 'person'; readonly partyId: string };

/** What a purge reaches. */
export type Scope = {
  readonly what: PurgeKind;
  readonly targets: readonly PurgeTarget[];
  readonly gone: readonly ItemRef[];
  readonly words: readonly string[];
  /** Written before the purge, and after it (what would else be erased with it). */
  readonly before: readonly Change[];
  readonly after: readonly Change[];
};

export type ByItem = ReadonlyMap<string, readonly Known[]>;

/** What stands in the field now, written again after the purge; null when there is nothing. */
function rewritten(state: CaseState, { entity, id, field }: ToPurge & { kind: 'value' }): Change | null {
  const value = foldedOf(state, entity, id)?.fields[field]?.[0].value ?? null;
  const live = state[entity].has(id);
  return value === null || !live ? null : { entity, entityId: id, op: 'update', patch: { [field]: value } };
}

function valueScope(byItem: ByItem, state: CaseState, asked: ToPurge & { kind: 'value' }): Scope | Refusal {
  const { entity, id, field, onlyEarlier = false } = asked;
  if (field === 'ref' || entity === 'purge' || entity === 'redaction') return { refused: 'not-purgeable' };
  // Writing one of them again would settle what only a person may settle.
  const open = field === 'finding' && (foldedOf(state, entity, id)?.fields[field]?.length ?? 0) > 1;
  if (onlyEarlier && open) return { refused: 'not-settled' };
  const kept = onlyEarlier ? rewritten(state, asked) : null;
  const written = (byItem.get(itemKey(entity, id)) ?? []).flatMap(({ body }) => body.patch[field] ?? []);
  const keptWords = new Set(wordsOf(field, kept?.patch[field] ?? null));
  const words = written.flatMap((value) => wordsOf(field, value)).filter((word) => !keptWords.has(word));
  return {
    what: 'value',
    targets: [[entity, id, field]],
    gone: [],
    words: [...new Set(words)],
    before: [],
    after: kept ? [kept] : [],
  };
}

/** Of what carries a reference the reference alone stays, as of something deleted: it is never used again. */
function tombstone(state: CaseState, { entity, id }: ItemRef): Change[] {
  const ref = foldedOf(state, entity, id)?.fields['ref']?.[0].value;
  return typeof ref === 'string' ? [{ entity, entityId: id, op: 'delete', patch: { ref } }] : [];
}

function itemScope(byItem: ByItem, state: CaseState, root: ItemRef, what: PurgeKind): Scope {
  const all = byItem.get(itemKey(root.entity, root.id)) ?? [];
  const names = root.entity === 'party' ? all.flatMap(({ body }) => namesOf(body.patch['names'])) : [];
  const gone = goneWith(state, root, new Set(names));
  const quotes = root.entity === 'document' ? quotesFrom(byItem, state, root.id, gone) : null;
  return {
    what,
    targets: [...gone.map(({ entity, id }): PurgeTarget => [entity, id, null]), ...(quotes?.targets ?? [])],
    gone,
    words: [...new Set(names)],
    before: withoutReferences(state, gone),
    after: [...gone.flatMap((item) => tombstone(state, item)), ...(quotes?.rewritten ?? [])],
  };
}

/** What is purged with what was asked for, or why it cannot be. */
export function scopeOf(byItem: ByItem, state: CaseState, asked: ToPurge): Scope | Refusal {
  const root: ItemRef = asked.kind === 'person' ? { entity: 'party', id: asked.partyId } : asked;
  if (!byItem.has(itemKey(root.entity, root.id)))
    return { refused: 'not-found', detail: { entity: root.entity } };
  if (asked.kind === 'value') return valueScope(byItem, state, asked);
  if (!isPurgeableItem(root.entity)) return { refused: 'not-purgeable' };
  return itemScope(byItem, state, root, asked.kind);
}
